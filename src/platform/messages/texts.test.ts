import { expect, test } from 'vitest'
import type { Catalogue } from './catalogue.ts'
import { textsIn } from './texts.ts'

const catalogue: Catalogue = {
  nl: { call: 'Bel {phone} ({name}).' },
  fr: { ask: 'Vous préférez appeler ? Dites « oui » : {name} répond.' },
  en: {},
  ar: { call: 'اتصلوا على {phone} ({name}).' },
  tr: {},
  uk: {},
}
const values = { phone: '011 00 00 43', name: 'Sociaal Huis' }
const now = new Date('2026-11-23T08:00:00Z')

test('a telephone number in Arabic words keeps the order in which it is dialled', () => {
  const isolated = '\u2066011\u00a000\u00a000\u00a043\u2069'
  expect(textsIn(catalogue, 'ar', now)('call', values)).toBe(`اتصلوا على ${isolated} (Sociaal Huis).`)
})

test('in words that run from left to right a telephone number is never broken over two lines', () => {
  expect(textsIn(catalogue, 'nl', now)('call', values)).toBe('Bel 011\u00a000\u00a000\u00a043 (Sociaal Huis).')
})

test('in French a question mark never begins a line', () => {
  const sentence = 'Vous préférez appeler\u00a0? Dites «\u00a0oui\u00a0»\u00a0: Sociaal Huis répond.'
  expect(textsIn(catalogue, 'fr', now)('ask', values)).toBe(sentence)
})

test.each([
  [[], ''],
  [['Ouderen'], 'Ouderen'],
  [['Ouderen', 'Mantelzorgers', 'OCMW'], 'Ouderen, mantelzorgers en OCMW'],
] as const)('labels %j read as one sentence', (labels, sentence) => {
  expect(textsIn(catalogue, 'nl', now).list(labels, { areLabels: true })).toBe(sentence)
})

test('names in a row keep their capitals', () => {
  expect(textsIn(catalogue, 'fr', now).list(['Rita', 'Karim'])).toBe('Rita et Karim')
})
