import type { Value } from '@meernet/statistics'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { naturalGroups } from './natural-groups.ts'
import { shadeClasses, shadeOf } from './shade-classes.ts'

const limits = (values: readonly Value[], options?: Parameters<typeof shadeClasses>[1]) =>
  shadeClasses(values, options).map(({ from, to, count }) => [from, to, count])

test('limits between classes are round numbers near where as many areas would lie in each', () => {
  const figures = Array.from({ length: 100 }, (_, place) => 10.13 + place * 0.197)
  expect(limits(figures, { most: 4 })).toEqual([
    [10.13, 15, 25],
    [15, 20, 26],
    [20, 25, 25],
    [25, 10.13 + 99 * 0.197, 24],
  ])
})

test('few different figures have as many classes as there are', () => {
  expect(limits([3, 3, 3])).toEqual([[3, 3, 3]])
  expect(limits([0, 0, 0, 0, 0, 0, 4, 4])).toEqual([
    [0, 2, 6],
    [2, 4, 2],
  ])
  expect(limits([])).toEqual([])
})

test('what is missing has no class and does not move a limit', () => {
  const figures = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  const withGaps: Value[] = ['hidden', ...figures, 'unknown', 'empty', 'notApplicable']
  expect(shadeClasses(withGaps)).toEqual(shadeClasses(figures))
  expect(shadeOf(shadeClasses(figures), 'hidden')).toBe(-1)
})

test('natural classes break where the figures leave a gap', () => {
  expect(limits([1, 2, 3, 21, 22, 24, 90], { most: 3, by: 'natural' })).toEqual([
    [1, 10, 3],
    [10, 50, 3],
    [50, 90, 1],
  ])
})

test('each figure lies in exactly one class, and classes follow each other', () => {
  const figures = fc.array(
    fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double({ min: -1e4, max: 1e4, noNaN: true })),
    { minLength: 1, maxLength: 80 },
  )
  const options = fc.record({
    most: fc.constantFrom(2 as const, 3, 4, 5, 6),
    by: fc.constantFrom('quantiles' as const, 'natural'),
  })
  fc.assert(
    fc.property(figures, options, (values, how) => {
      const classes = shadeClasses(values, how)
      expect(classes.length).toBeLessThanOrEqual(how.most)
      expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(values.length)
      for (const value of values) expect(shadeOf(classes, value)).toBeGreaterThanOrEqual(0)
      for (const [place, { from }] of classes.entries()) if (place > 0) expect(from).toBe(classes[place - 1]?.to)
      expect([classes[0]?.isFirst, classes.at(-1)?.isLast]).toEqual([true, true])
    }),
  )
})

test('natural groups are the best there are', () => {
  const sorted = fc
    .array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 9 })
    .map((all) => all.sort((a, b) => a - b))
  fc.assert(
    fc.property(sorted, fc.integer({ min: 1, max: 4 }), (figures, most) => {
      const groups = Math.min(most, new Set(figures).size)
      const found = spreadIn(figures, naturalGroups(figures, most))
      const best = Math.min(...waysToCut(figures.length, groups).map((starts) => spreadIn(figures, starts)))
      expect(found).toBeCloseTo(best, 6)
    }),
  )
})

function spreadIn(figures: readonly number[], starts: readonly number[]): number {
  const limits = [0, ...starts, figures.length]
  const groups = limits.slice(1).map((end, place) => figures.slice(limits[place], end))
  return groups.reduce((sum, group) => {
    const mean = group.reduce((all, one) => all + one, 0) / group.length
    return sum + group.reduce((all, one) => all + (one - mean) ** 2, 0)
  }, 0)
}

/** All ways to cut a row of `length` into `groups` parts that are not empty. */
function waysToCut(length: number, groups: number, first = 1): readonly (readonly number[])[] {
  if (groups === 1) return [[]]
  return Array.from({ length: Math.max(0, length - first) }, (_, step) => first + step).flatMap((start) =>
    waysToCut(length, groups - 1, start + 1).map((rest) => [start, ...rest]),
  )
}
