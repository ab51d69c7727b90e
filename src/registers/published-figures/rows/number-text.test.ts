import { expect, test } from 'vitest'
import { readNumber } from './number-text.ts'

test.each([
  ['0', undefined, 0],
  ['-0', undefined, 0],
  ['17', undefined, 17],
  ['1.234', undefined, 1.234],
  ['1.234', '.', 1.234],
  ['1.234', ',', 1234],
  ['12,5', undefined, 12.5],
  ['0,125', undefined, 0.125],
  ['1234,567', undefined, 1234.567],
  ['1.234,5', undefined, 1234.5],
  ['1 234,5', undefined, 1234.5],
  ['3 295', undefined, 3295],
  ['2.700.500', undefined, 2_700_500],
  ['2,700,500', undefined, 2_700_500],
  ['1,234.5', undefined, 1234.5],
  ['1,234', '.', 1234],
  ['1,234', ',', 1.234],
  ['-0.0657', undefined, -0.0657],
  ['5.2800000000000002', undefined, 5.28],
  ['1e-7', undefined, 1e-7],
] as const)('"%s" with the decimal sign %s is %s', (text, decimal, value) => {
  expect(readNumber(text, decimal)).toMatchObject({ kind: 'number', value })
})

test.each(['1,234', '12,345', '999,000'])('"%s" can be read in two ways, so it is not read', (text) => {
  expect(readNumber(text, undefined)).toEqual({ kind: 'ambiguous' })
})

test.each([
  '',
  'NA',
  'C',
  '.',
  '-',
  '1-2',
  '12%',
  '€ 5',
  '1.2.3',
  '0x10',
  'Infinity',
  '1e999',
  '99999999999999999999',
  '１２',
])('"%s" is no number', (text) => {
  expect(readNumber(text, undefined)).toEqual({ kind: 'not-a-number' })
})

test('a point before three digits can be read in two ways as well, unless it can only be a decimal one', () => {
  expect(readNumber('1.234', undefined, false)).toEqual({ kind: 'ambiguous' })
  expect(readNumber('0.234', undefined, false)).toMatchObject({ value: 0.234 })
  expect(readNumber('1234.567', undefined, false)).toMatchObject({ value: 1234.567 })
})

test.each([
  ['12,5', '.'],
  ['0.123', ','],
  ['12.5', ','],
] as const)('"%s" is no number where "%s" is the decimal sign', (text, decimal) => {
  expect(readNumber(text, decimal)).toEqual({ kind: 'not-a-number' })
})
