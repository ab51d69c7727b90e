import { describe, expect, test } from 'vitest'
import { findNumberPattern } from './number-pattern.ts'

// The numbers are invented; 85.07.30-033.28 is the example the federal administration prints in its own guides.
describe('a national number is seen', () => {
  test.each(['85.07.30-033.28', 'nummer 85073003328.', '850730-033-28 en meer', '85 07 30 033 28', '00010100105'])(
    '%s',
    (text) => expect(findNumberPattern(text)).toBe('national-number'),
  )

  test('even with a typing error, when it is written with its dots and dash', () => {
    expect(findNumberPattern('85.07.30-033.29')).toBe('national-number')
  })
})

describe('an account number is seen', () => {
  test.each(['BE68539007547034', 'be68 5390 0754 7034 en nog', 'BE68 5390 0754 7035', 'NL91 ABNA 0417 1643 00'])(
    '%s',
    (text) => expect(findNumberPattern(text)).toBe('account-number'),
  )
})

describe('other numbers pass', () => {
  test.each([
    '',
    'Belt liever na 14 u op 0470 12 34 56',
    '+32 470 12 34 56 of +32470123456',
    '089 12 34 56',
    'Kerkstraat 12 bus 3, 3990 Pelt',
    'Kaart K7MP-2QXF van 21/11/2026',
    '12345678901',
  ])('%s', (text) => expect(findNumberPattern(text)).toBeUndefined())
})
