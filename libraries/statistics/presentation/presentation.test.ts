import { describe, expect, test } from 'vitest'
import { bandOf, ordinaryCounts, roundedAmount, sensitiveCounts, shownShare, withinLimits } from '../index.ts'

describe('P13 a share', () => {
  test.each([
    [5, 20, { kind: 'percent', percent: 25 }],
    [5, 19, { kind: 'tooFewPeople' }],
    [0, 40, { kind: 'percent', percent: 0 }],
    [40, 40, { kind: 'percent', percent: 100 }],
    [3, 40, { kind: 'hidden' }],
    [38, 40, { kind: 'hidden' }],
    ['hidden', 40, { kind: 'hidden' }],
    [12, 'hidden', { kind: 'hidden' }],
  ] as const)('of %s out of %s is shown as %o', (part, whole, shown) => {
    expect(shownShare(part, whole, ordinaryCounts)).toEqual(shown)
  })

  test('of our own sensitive data is hidden under ten', () => {
    expect(shownShare(9, 100, sensitiveCounts)).toEqual({ kind: 'hidden' })
  })
})

test.each([
  [0, { kind: 'none' }],
  [1, { kind: 'below', limit: 5 }],
  [4, { kind: 'below', limit: 5 }],
  [5, { kind: 'atLeast', limit: 5 }],
  [19, { kind: 'atLeast', limit: 10 }],
  [400, { kind: 'atLeast', limit: 20 }],
])('P13 a count of %i falls in the band %o', (count, band) => {
  expect(bandOf(count)).toEqual(band)
})

test('an amount is told to the nearest ten or hundred euros', () => {
  expect([roundedAmount(123_456, 10), roundedAmount(123_456, 100)]).toEqual([123_000, 120_000])
})

test.each([
  [3, { kind: 'atMost', value: 5 }],
  [50, { kind: 'exactly', value: 50 }],
  [104, { kind: 'atLeast', value: 100 }],
])('an age of %i is told as %o', (age, told) => {
  expect(withinLimits(age, { bottom: 5, top: 100 })).toEqual(told)
})
