import { describe, expect, test } from 'vitest'
import { numberPatternsIn, patternKindsIn } from './number-patterns.ts'

// Invented numbers whose check digits fit; the first national number is the example the federal administration prints.
describe('P12 a number that points at a person is seen in a free text', () => {
  test.each([
    ['national number born before 2000', '85073003328', 'national-number'],
    ['national number with dots and dash', 'haar nummer is 85.07.30-033.28.', 'national-number'],
    ['national number born from 2000', 'zoon: 00010100105', 'national-number'],
    ['Belgian account number', 'storten op BE68 5390 0754 7034', 'account-number'],
    ['Belgian account number, in small letters and unspaced', 'be68539007547034', 'account-number'],
    ['Dutch account number', 'NL91 ABNA 0417 1643 00', 'account-number'],
    ['mobile number in pairs', 'bel 0470 12 34 56', 'phone'],
    ['mobile number with a slash', '0470/12.34.56', 'phone'],
    ['mobile number in threes', '0470 123 456', 'phone'],
    ['mobile number with the country', '+32 470 12 34 56', 'phone'],
    ['mobile number with the zero in brackets', '+32 (0)470 12 34 56', 'phone'],
    ['number with two zeros for abroad', '0032470123456', 'phone'],
    ['fixed line', 'Sociaal Huis, 011 80 12 34', 'phone'],
    ['fixed line in Brussels', '02 512 34 56', 'phone'],
    ['e-mail address', 'schrijf naar an.peeters@voorbeeld.be.', 'email'],
  ] as const)('%s', (_what, text, kind) => {
    expect(patternKindsIn(text)).toEqual([kind])
  })
})

describe('P12 what people write about a situation is left alone', () => {
  test.each([
    '',
    'Er is een wachttijd van 14 weken sinds 01/02/2026 12 u.',
    'Op 12.05.2026 om 10.30 u waren er 1 250 aanvragen.',
    'Kerkstraat 12 bus 3, 3990 Pelt',
    'Ondernemingsnummer 0412.345.678',
    'Kaart K7MP-2QXF van 21/11/2026',
    'De wet van 10-07-2016, artikel 57',
    'tussen € 1.250,00 en € 2.500,00',
    '12345678901',
  ])('%s', (text) => {
    expect(numberPatternsIn(text)).toEqual([])
  })
})

test('P12 each finding says where it stands, in reading order and without overlap', () => {
  const text = 'Mail an@voorbeeld.be of bel 0470 12 34 56; rekening BE68 5390 0754 7034.'
  expect(numberPatternsIn(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['email', 'an@voorbeeld.be'],
    ['phone', '0470 12 34 56'],
    ['account-number', 'BE68 5390 0754 7034'],
  ])
})
