import { expect, test } from 'vitest'
import { anchorAt, numbersOf, percent, scaleOver } from './scale.ts'

test('amounts shown as lengths begin at zero', () => {
  const { numbers, placeOf } = scaleOver([12, 20])
  expect(numbers).toEqual([0, 5, 10, 15, 20])
  expect([0, 12, 20].map(placeOf)).toEqual([0, 0.6, 1])
  expect(scaleOver([12, 20], { isFromZero: false }).numbers[0]).toBe(12)
})

test('a last number far over all figures is left out, and all figures still fit', () => {
  const { numbers, placeOf } = scaleOver([21], { steps: 2 })
  expect(numbers).toEqual([0, 20])
  expect(placeOf(21)).toBeLessThanOrEqual(1)
  expect(placeOf(21)).toBeGreaterThan(0.9)
})

test('figures below zero have their place, and no figures at all a scale', () => {
  expect(scaleOver([-3, 8]).placeOf(-3)).toBeGreaterThanOrEqual(0)
  expect(scaleOver([]).numbers).toEqual([0, 1])
  expect(scaleOver([0, 0]).placeOf(0)).toBe(0)
})

test('limits need room as well as figures; what is missing needs none', () => {
  expect(numbersOf([{ value: 3, low: 1, high: 5 }, { value: 'hidden' }, { value: 0 }])).toEqual([3, 1, 5, 0])
})

test('a word at either end of a line stays within it', () => {
  expect([0, 0.5, 1].map(anchorAt)).toEqual(['start', 'middle', 'end'])
  expect(percent(1 / 3)).toBe('33.33%')
})
