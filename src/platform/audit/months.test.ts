import { expect, test } from 'vitest'
import { lastOfMonth, monthBefore } from './months.ts'

test.each([
  ['2026-11-23', '2026-10-01', '2026-11-30'],
  ['2026-01-01', '2025-12-01', '2026-01-31'],
  ['2028-02-29', '2028-01-01', '2028-02-29'],
])('seen from %s, the month before began on %s and this one ends on %s', (day, before, end) => {
  expect(monthBefore(day)).toBe(before)
  expect(lastOfMonth(day)).toBe(end)
})
