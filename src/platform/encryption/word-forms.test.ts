import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { soundOf } from './dutch-sound.ts'
import { formAsTyped, formsKept, formsNearly } from './word-forms.ts'

test.each([
  ['steijaert', 'steyaert'],
  ['maes', 'maas'],
  ['verhaeghe', 'verhage'],
  ['huyghe', 'huige'],
  ['peeters', 'peters'],
  ['janssens', 'jansens'],
  ['desmedt', 'desmet'],
  ['electriciteit', 'elektrisiteit'],
  ['wijnig', 'weinig'],
  ['vrauw', 'vrouw'],
  ['gedagt', 'gedacht'],
  ['mutualiteit', 'mutualitijt'],
  ['medisch', 'medis'],
  ['iemand', 'imand'],
  ['dokter', 'docter'],
  ['zorg', 'sorg'],
])('"%s" sounds as "%s"', (one, other) => {
  expect(soundOf(one)).toBe(soundOf(other))
})

test.each([
  ['winkel', 'wenken'],
  ['kind', 'kant'],
  ['brood', 'boord'],
])('"%s" does not sound as "%s"', (one, other) => {
  expect(soundOf(one)).not.toBe(soundOf(other))
})

const isCandidate = (typed: string, kept: readonly string[]) =>
  [formAsTyped(typed), ...formsNearly(typed)].some((form) => kept.includes(form))

describe('a word of the wish', () => {
  test('with one letter wrong, missing, too many or changed round is always among the candidates', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz')
    const word = fc.stringMatching(/^[a-z]{6,14}$/)
    fc.assert(
      fc.property(
        word,
        fc.nat(),
        fc.constantFrom('wrong', 'missing', 'extra', 'swapped'),
        letter,
        (rest, n, kind, x) => {
          const at = n % (rest.length - 1)
          const typed = {
            wrong: rest.slice(0, at) + x + rest.slice(at + 1),
            missing: rest.slice(0, at) + rest.slice(at + 1),
            extra: rest.slice(0, at) + x + rest.slice(at),
            swapped: rest.slice(0, at) + rest.charAt(at + 1) + rest.charAt(at) + rest.slice(at + 2),
          }[kind]
          expect(isCandidate(typed, formsKept({ naming: '', rest }))).toBe(true)
        },
      ),
    )
  })

  test('of four letters or fewer is found by its beginning only', () => {
    const kept = formsKept({ naming: '', rest: 'Ik ben mijn been kwijt' })
    expect(isCandidate('bee', kept)).toBe(true)
    expect(isCandidate('beem', kept)).toBe(false)
  })
})

test('of a very long word the first twelve letters are asked', () => {
  const kept = formsKept({ naming: '', rest: 'energiebesparingsmaatregelen' })
  expect(kept).toContain(formAsTyped('energiebesparings'))
})

test('forms are kept once, however often a word is there', () => {
  const once = formsKept({ naming: 'Maes', rest: 'winkel' })
  expect(formsKept({ naming: 'Maes Maes', rest: 'winkel winkel maes' })).toEqual(once)
})
