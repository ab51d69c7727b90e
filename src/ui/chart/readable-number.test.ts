import fc from 'fast-check'
import { expect, test } from 'vitest'
import { axisNumbers, readableNumber } from './readable-number.ts'

test.each([
  [9.2, 10.4, 10],
  [13.1, 13.9, 13.5],
  [0.121, 0.128, 0.125],
  [1187, 1240, 1200],
  [-3, 4, 0],
  [-0.0031, -0.0022, -0.003],
  [7.37, 7.37, 7.37],
])('between %d and %d the number that reads best is %d', (least, most, best) => {
  expect(readableNumber(least, most)).toBe(best)
})

test('a readable number never leaves its limits', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      (least, span) => {
        const number = readableNumber(least, least + span)
        expect(number).toBeGreaterThanOrEqual(least)
        expect(number).toBeLessThanOrEqual(least + span)
      },
    ),
  )
})

test.each([
  [0, 23.4, [0, 5, 10, 15, 20, 25]],
  [0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [17.2, 18.9, [17, 17.5, 18, 18.5, 19]],
  [0, 0, [0, 1]],
  [-4, 11, [-5, 0, 5, 10, 15]],
])('an axis from %d to %d has the numbers %j', (least, most, numbers) => {
  expect(axisNumbers(least, most)).toEqual(numbers)
})
