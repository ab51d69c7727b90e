import { expect, test } from 'vitest'
import { askedWords, shorterForms, tailsOf, weightedWords } from './words.ts'

const document = {
  serviceId: '',
  name: 'Thuiszorg voor kinderen',
  alternateName: null,
  organisation: 'Zorgpunt Nete',
  tags: ['gezin'],
  places: ['Kerkstraat 1', '9999', 'Netegem'],
  groups: ['Ouderen'],
  texts: ['Hulp thuis voor het gezin in Netegem.'],
}

test('a word in the name weighs most, then tag, organisation, place, group, description', () => {
  const weights = weightedWords(document)
  const order = ['thuiszorg', 'gezin', 'zorgpunt', 'netegem', 'ouderen', 'hulp'].map((word) => weights.get(word) ?? 0)
  expect(order).toEqual([...order].sort((one, other) => other - one))
  expect(new Set(order).size).toBe(6)
})

test('a short name weighs more than a long one, and little words count for nothing', () => {
  const shorter = weightedWords({ ...document, name: 'Thuiszorg' })
  expect(shorter.get('thuiszorg')).toBeGreaterThan(weightedWords(document).get('thuiszorg') ?? 0)
  expect(weightedWords(document).has('voor')).toBe(false)
})

test('asked words are folded, without doubles and little words, at most eight', () => {
  expect(askedWords('Café voor de MANTELZORGERS, café')).toEqual(['cafe', 'mantelzorgers'])
  expect(askedWords('voor wie')).toEqual(['voor', 'wie'])
  expect(askedWords('a1 b2 c3 d4 e5 f6 g7 h8 i9')).toHaveLength(8)
  expect(askedWords(' ?! ')).toEqual([])
})

test('a compound is found by its end, and a plural by its singular', () => {
  expect(tailsOf('thuiszorg')).toEqual(['iszorg', 'szorg', 'zorg'])
  expect(tailsOf('bureau')).toEqual([])
  expect(shorterForms('boodschappen')).toContain('boodschap')
  expect(shorterForms('bed')).toEqual([])
})
