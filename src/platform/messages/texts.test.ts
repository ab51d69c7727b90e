import { expect, test } from 'vitest'
import type { Catalogue } from './catalogue.ts'
import { textsIn } from './texts.ts'

const catalogue: Catalogue = {
  nl: { call: 'Bel {phone} ({name}).' },
  fr: {},
  en: {},
  ar: { call: 'اتصلوا على {phone} ({name}).' },
  tr: {},
  uk: {},
}
const values = { phone: '011 00 00 43', name: 'Sociaal Huis' }
const now = new Date('2026-11-23T08:00:00Z')

test('a telephone number in Arabic words keeps the order in which it is dialled', () => {
  const isolated = '\u2066011\u00a000\u00a000\u00a043\u2069'
  expect(textsIn(catalogue, 'ar', now)('call', values)).toBe(`اتصلوا على ${isolated} (\u2068Sociaal Huis\u2069).`)
})

test('in words that run from left to right a telephone number is never broken over two lines', () => {
  expect(textsIn(catalogue, 'nl', now)('call', values)).toBe('Bel 011\u00a000\u00a000\u00a043 (Sociaal Huis).')
})

test.each([
  ['Vous préférez appeler ? Dites « oui » : merci !', 'Vous préférez appeler_? Dites «_oui_»_: merci_!'],
  ['Où en est ce dossier? «en cours»', 'Où en est ce dossier_? «_en cours_»'],
  ['À 12:30, sur https://exemple.be/?page=2', 'À 12:30, sur https://exemple.be/?page=2'],
])('in French %j has its spaces, and a question mark never begins a line', (ask, sentence) => {
  const t = textsIn({ ...catalogue, fr: { ask } }, 'fr', now)
  expect(t('ask')).toBe(sentence.replaceAll('_', '\u00a0'))
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

test('a name in another direction than the sentence is isolated in it, and leaves the words around it where they are', () => {
  const name = 'كريم العمراني'
  expect(textsIn(catalogue, 'nl', now)('call', { phone: '', name })).toBe(`Bel  (\u2068${name}\u2069).`)
  expect(textsIn(catalogue, 'ar', now)('call', { phone: '', name })).toBe(`اتصلوا على  (${name}).`)
  expect(textsIn(catalogue, 'nl', now)('call', { phone: '', name: 'Rita Goossens' })).toBe('Bel  (Rita Goossens).')
})

test.each([
  ['nl', '€ 1.234,50 of 1.234,5 km'],
  ['fr', '1 234,50 € of 1 234,5 km'],
  ['en', '€1,234.50 of 1,234.5 km'],
  ['ar', /^\D*1,234.50\D* of 1,234.5 km$/],
] as const)('an amount and a number in %s have the same signs', (language, words) => {
  const distance = { 'some.distance': 'of {count, number} km' }
  const t = textsIn({ nl: distance, fr: {}, en: {}, ar: {}, tr: {}, uk: {} }, language, new Date())
  const both = `${t.money(123_450)} ${t('some.distance', { count: 1234.5 })}`
  expect(both.replace(/[\u00a0\u202f]/g, ' ')).toEqual(typeof words === 'string' ? words : expect.stringMatching(words))
})

test.each([
  ['nl', '2025', '2025'],
  ['nl', '2026-07', 'juli 2026'],
  ['fr', '2026-07', 'juillet 2026'],
  ['nl', '2024-01-01', '1 januari 2024'],
  ['nl', '2026-Q1', '2026-Q1'],
  ['nl', '2022-2023', '2022-2023'],
] as const)('in %s a figure of %s is one of %s', (language, period, words) => {
  expect(textsIn(catalogue, language, now).period(period)).toBe(words)
})
