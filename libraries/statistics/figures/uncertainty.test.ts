import { describe, expect, test } from 'vitest'
import { comparedWith, countInterval, rateInterval, shareInterval } from '../index.ts'

describe('how sure a figure is', () => {
  test.each([
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
  ])(
    'a share of %i out of %i lies between %f and %f, as in the examples of Newcombe (1998)',
    (count, total, low, high) => {
      const interval = shareInterval(count, total)
      expect(interval?.low).toBeCloseTo(low, 3)
      expect(interval?.high).toBeCloseTo(high, 3)
    },
  )

  test.each([
    [0, 0, 3.69],
    [1, 0.03, 5.57],
    [10, 4.8, 18.39],
    [100, 81.36, 121.63],
  ])('a count of %i is one of %f to %f, close to the exact limits of Poisson', (count, low, high) => {
    expect(Math.abs(countInterval(count).low - low)).toBeLessThan(0.05)
    expect(Math.abs(countInterval(count).high - high)).toBeLessThan(0.05)
  })

  test('a rate of nobody has no interval, nor a share of nobody', () => {
    expect([rateInterval(0, 0, 1000), shareInterval(0, 0), shareInterval(3, 2)]).toEqual([null, null, null])
    expect(rateInterval(10, 2000, 1000)?.high).toBeCloseTo(9.2, 1)
  })

  test.each([
    [0.1, 'higher'],
    [0.9, 'lower'],
    [0.4, 'notClearlyDifferent'],
  ])('twelve of thirty against %f is %s', (reference, said) => {
    expect(comparedWith(reference, shareInterval(12, 30) ?? { low: 0, high: 1 })).toBe(said)
  })
})
