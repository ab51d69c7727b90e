import { describe, expect, test } from 'vitest'
import { type Compared, comparedRounds, comparedWith, countInterval, rateInterval, shareInterval } from '../index.ts'

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

describe('a share of those asked now beside that of others asked before', () => {
  const sampled = (count: number, total: number) => ({
    share: count / total,
    interval: shareInterval(count, total) ?? { low: 0, high: 1 },
  })

  test.each<[string, [number, number], [number, number], Compared]>([
    ['56 of 70 against 48 of 80 is higher, as in the example of Newcombe (1998)', [56, 70], [48, 80], 'higher'],
    ['the other way round is lower', [48, 80], [56, 70], 'lower'],
    ['61 of 100 against 50 of 100 is nothing that chance would not make', [61, 100], [50, 100], 'notClearlyDifferent'],
    ['all of ten against none of ten is higher', [10, 10], [0, 10], 'higher'],
  ])('%s', (_, now, before, said) => {
    expect(comparedRounds(sampled(...now), sampled(...before))).toBe(said)
  })

  test.each([20, 50, 100])(
    'of %i people of whom nothing changed something is said in one of sixteen rounds at most',
    (total) => {
      const counts = Array.from({ length: total + 1 }, (_, count) => count)
      const logs = counts.map((_, count) => counts.slice(1, count + 1).reduce((sum, one) => sum + Math.log(one), 0))
      const chance = (count: number, share: number) =>
        Math.exp(
          (logs[total] ?? 0) -
            (logs[count] ?? 0) -
            (logs[total - count] ?? 0) +
            count * Math.log(share) +
            (total - count) * Math.log(1 - share),
        )
      for (const share of [0.1, 0.3, 0.5]) {
        const wrong = counts.flatMap((now) =>
          counts.map((before) =>
            comparedRounds(sampled(now, total), sampled(before, total)) === 'notClearlyDifferent'
              ? 0
              : chance(now, share) * chance(before, share),
          ),
        )
        expect(wrong.reduce((sum, one) => sum + one, 0)).toBeLessThan(1 / 16)
      }
    },
  )
})
