import { expect, test } from 'vitest'
import { readingEase, sentencesOf, syllablesIn, wordsIn } from './index.ts'

test.each([
  ['u', 1],
  ['hulp', 1],
  ['huis', 1],
  ['mooi', 1],
  ['nieuw', 1],
  ['eeuw', 1],
  ['kaartje', 2],
  ['buren', 2],
  ['ruzie', 2],
  ['drie', 1],
  ['zeeën', 2],
  ['België', 3],
  ['coördinator', 5],
  ['reünie', 3],
  ['bijeen', 2],
  ['groeien', 2],
  ['leeftijd', 2],
  ['gemeente', 3],
  ['ouder', 2],
  ['vrijwilliger', 4],
  ['wijkgezondheidscentrum', 6],
  ['maatschappelijk', 4],
  ['baby', 2],
  ['quiz', 1],
  ['yoghurt', 2],
  ['dr', 1],
  ['café', 2],
  ['vooruit', 2],
  ['dieet', 2],
  ['januari', 4],
])('%s has %i syllables', (word, syllables) => {
  expect(syllablesIn(word)).toBe(syllables)
})

test('a text is cut where Dutch ends a sentence, also after a question', () => {
  expect(sentencesOf('Wilt u hulp? Bel ons. Wij komen!')).toEqual(['Wilt u hulp?', 'Bel ons.', 'Wij komen!'])
})

test('figures and marks are no words', () => {
  expect(wordsIn('Bel 011 00 00 43 – ook op 1 mei.')).toEqual(['Bel', 'ook', 'op', 'mei'])
})

test('short words in short sentences read more easily than an official letter', () => {
  const plain = readingEase(['Wij bellen u morgen.', 'U kiest zelf wat u vertelt.'])
  const official = readingEase([
    'Overeenkomstig de bepalingen betreffende de tegemoetkomingen wordt uw aanvraag gemotiveerd in overweging genomen.',
  ])
  expect(plain).toBeGreaterThan(80)
  expect(official).toBeLessThan(30)
})

test('the formula is that of Flesch as Douma fitted it to Dutch', () => {
  // Two sentences, ten words, thirteen syllables: 206.84 - 0.93 * 5 - 77 * 1.3.
  expect(readingEase(['Wij bellen u morgen.', 'U kiest zelf wat u vertelt.'])).toBeCloseTo(102.09, 2)
})

test('a text without words has no reading ease, and says so', () => {
  expect(() => readingEase(['112', '…'])).toThrow('no reading ease')
})
