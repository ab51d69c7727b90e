import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aggregate, type FigureKind, isKnown, medianOf, type Part, shareBetween, sumOf, type Value } from '../index.ts'

const values = (...all: Value[]): Part[] => all.map((value) => ({ value }))

describe('a sum of published figures', () => {
  test.each<[string, Value[], Value]>([
    ['counts zero as a value', [0, 12], 12],
    ['of nothing but zeros is zero', [0, 0], 0],
    ['with an unknown part is unknown', [12, 'unknown'], 'unknown'],
    ['with a hidden part is unknown', [12, 'hidden'], 'unknown'],
    ['leaves out what does not apply', [12, 'notApplicable'], 12],
    ['leaves out what is empty', [12, 'empty'], 12],
    ['of what does not apply does not apply', ['notApplicable', 'empty'], 'notApplicable'],
    ['of nothing is empty, and not zero', [], 'empty'],
    ['has no dust of fractions', [0.1, 0.2], 0.3],
  ])('%s', (_, parts, sum) => {
    expect(sumOf(parts)).toBe(sum)
  })

  test('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true })), (numbers) => {
        expect(sumOf(numbers.toReversed())).toEqual(sumOf(numbers))
      }),
      { seed: 3 },
    )
  })
})

describe('the figure of several areas together', () => {
  test.each<[string, FigureKind, Part[], Value]>([
    ['adds counts', 'count', values(3, 4), 7],
    ['adds amounts', 'amount', values(1.5, 2.25), 3.75],
    [
      'weighs shares by the people they are of',
      'share',
      [
        { value: 0.1, weight: 900 },
        { value: 0.5, weight: 100 },
      ],
      0.14,
    ],
    [
      'weighs means',
      'mean',
      [
        { value: 10, weight: 1 },
        { value: 20, weight: 3 },
      ],
      17.5,
    ],
    [
      'weighs rates',
      'rate',
      [
        { value: 8, weight: 1000 },
        { value: 2, weight: 500 },
      ],
      6,
    ],
    [
      'leaves out a share of nobody',
      'share',
      [
        { value: 'notApplicable', weight: 0 },
        { value: 0.5, weight: 100 },
      ],
      0.5,
    ],
    [
      'does not apply to nobody at all',
      'share',
      [
        { value: 'notApplicable', weight: 0 },
        { value: 0.1, weight: 0 },
      ],
      'notApplicable',
    ],
    [
      'is unknown when a share is hidden',
      'share',
      [
        { value: 'hidden', weight: 40 },
        { value: 0.5, weight: 100 },
      ],
      'unknown',
    ],
    ['is unknown when nobody knows what a share is of', 'share', values(0.1, 0.5), 'unknown'],
    [
      'is unknown when a weight is hidden',
      'mean',
      [
        { value: 1, weight: 'hidden' },
        { value: 2, weight: 9 },
      ],
      'unknown',
    ],
    ['is not made from an index', 'index', values(3, 4), 'unknown'],
    ['is not made from what the publisher does not state', 'unstated', values(3, 4), 'unknown'],
    ['is that of the only area', 'median', values(21_000), 21_000],
    ['of no area is empty', 'median', [], 'empty'],
  ])('%s', (_, kind, parts, value) => {
    expect(aggregate(kind, parts).value).toBe(value)
  })

  test('is no mean of medians: only between which two it lies', () => {
    expect(aggregate('median', values(18_000, 24_000, 21_000))).toEqual({ value: 'unknown', between: [18_000, 24_000] })
    expect(aggregate('median', values(18_000, 'hidden'))).toEqual({ value: 'unknown' })
    expect(aggregate('median', values(18_000, 18_000, 'notApplicable'))).toEqual({ value: 18_000 })
    const [known, ofNobody] = [{ value: 18_000, weight: 40 }, { value: 'unknown', weight: 0 } as const]
    expect(aggregate('median', [known, ofNobody])).toEqual({ value: 18_000 })
  })

  test('of medians holds the median of all people, whoever they are', () => {
    const group = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 9 })
    const median = (numbers: readonly number[]) => {
      const sorted = numbers.toSorted((a, b) => a - b)
      return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2
    }
    fc.assert(
      fc.property(group, group, (one, other) => {
        const { value, between } = aggregate('median', values(median(one), median(other)))
        const [low, high] = between ?? [value, value]
        expect(median([...one, ...other])).toBeGreaterThanOrEqual(Number(low))
        expect(median([...one, ...other])).toBeLessThanOrEqual(Number(high))
      }),
      { seed: 5 },
    )
  })
})

describe('a median out of bands', () => {
  test('lies within the band where half is reached', () => {
    const bands = [
      { from: 0, to: 10, count: 10 },
      { from: 10, to: 20, count: 30 },
      { from: 20, to: null, count: 20 },
    ]
    expect(medianOf(bands)).toBeCloseTo(16.667, 2)
  })

  test('of two areas comes from their bands together', () => {
    const bands = [
      { from: 0, to: 10, count: 10 },
      { from: 10, to: 20, count: 0 },
      { from: 0, to: 10, count: 0 },
      { from: 10, to: 20, count: 10 },
    ]
    expect(medianOf(bands)).toBe(10)
  })

  test('does not apply to nobody, is unknown in a band without end, and is not taken from bands that overlap', () => {
    expect(medianOf([])).toBe('notApplicable')
    expect(medianOf([{ from: 0, to: null, count: 3 }])).toBe('unknown')
    const overlapping = [
      { from: 0, to: 15, count: 1 },
      { from: 10, to: 20, count: 1 },
    ]
    expect(() => medianOf(overlapping)).toThrow(/overlap/)
  })
})

describe('a share of which a part is not known', () => {
  test('lies between what it is when nobody of that part counts and when everybody does', () => {
    const parts = [
      { value: 20, weight: 900 },
      { value: 'hidden', weight: 100 },
    ] as const
    expect(shareBetween(parts, 100)).toEqual([18, 28])
    expect(shareBetween([...parts, { value: 'unknown', weight: 0 }], 100)).toEqual([18, 28])
  })

  test('is not told when a weight is not known, or when no part has a share', () => {
    expect(
      shareBetween(
        [
          { value: 20, weight: 900 },
          { value: 'hidden', weight: 'unknown' },
        ],
        100,
      ),
    ).toBeUndefined()
    expect(shareBetween([{ value: 'hidden', weight: 10 }], 100)).toBeUndefined()
  })

  test('holds whatever the missing shares are', () => {
    const part = fc.record({
      value: fc.double({ min: 0, max: 100, noNaN: true }),
      weight: fc.integer({ min: 1, max: 500 }),
      isMissing: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        const seen = parts.map(({ value, weight, isMissing }) => ({
          value: isMissing ? ('hidden' as const) : value,
          weight,
        }))
        const limits = shareBetween(seen, 100)
        const { value } = aggregate('share', parts)
        if (!limits || !isKnown(value)) return
        expect(value).toBeGreaterThanOrEqual(limits[0] - 1e-9)
        expect(value).toBeLessThanOrEqual(limits[1] + 1e-9)
      }),
      { seed: 5 },
    )
  })
})
