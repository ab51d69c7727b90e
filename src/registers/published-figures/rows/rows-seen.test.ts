import { expect, test } from 'vitest'
import { RowsSeen } from './rows-seen.ts'

test('a row is known again by the columns that count, however many came between', () => {
  const seen = new RowsSeen()
  for (let at = 0; at < 200_000; at += 1) expect(seen.add([`720${at}`, 'label', String(at % 7)], [0, 2])).toBe(true)
  expect(seen.add(['72012345', 'another label', String(12_345 % 7)], [0, 2])).toBe(false)
})

test('cells are not run together: 1 and 23 are not 12 and 3', () => {
  const seen = new RowsSeen()
  expect(seen.add(['1', '23'], [0, 1])).toBe(true)
  expect(seen.add(['12', '3'], [0, 1])).toBe(true)
  expect(seen.add(['', '123'], [0, 1])).toBe(true)
})
