import { expect, test } from 'vitest'
import { shownMean, shownMoney } from './money.ts'

const sum = (low: number, high: number, largest: number, unbounded = 0) => ({ low, high, largest, unbounded })

test('P13 a sum is rounded to at least what the largest household adds, so leaving it out hardly shows', () => {
  const [all, withoutLargest] = [
    shownMoney(sum(2_412_300, 2_412_300, 90_000)),
    shownMoney(sum(2_322_300, 2_322_300, 90_000)),
  ]
  expect(all).toEqual({ min: 24_000, max: 24_000 })
  expect(all.min - withoutLargest.min).toBeLessThanOrEqual(1000)
  expect(shownMoney(sum(1_999_900, 1_999_900, 1_000_100)).min).toBe(0)
})

test('what nobody can bound has no most', () => {
  expect(shownMoney(sum(1_000_000, 1_000_000, 20_000, 1))).toEqual({ min: 10_000, max: null })
})

test('a mean comes from the sum that is shown', () => {
  expect(shownMean({ min: 24_000, max: 31_000 }, 20)).toEqual({ min: 1200, max: 1550 })
})
