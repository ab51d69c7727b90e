import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearTo } from './walking-distance.ts'

const metre = fc.integer({ min: -3000, max: 3000 })
const point = fc.tuple(metre, metre)

test('a door is near what lies just at the distance, and not what lies one metre further', () => {
  const isNear = nearTo([[0, 0]], 500)
  expect([isNear(500, 0), isNear(501, 0), isNear(300, 400), isNear(-300, -401)]).toEqual([true, false, true, false])
})

test('nothing is near where there is nothing', () => {
  expect(nearTo([], 800)(0, 0)).toBe(false)
})

test('looking in nine squares finds the same as measuring to every point', () => {
  fc.assert(
    fc.property(
      fc.array(point, { maxLength: 12 }),
      point,
      fc.integer({ min: 1, max: 900 }),
      (points, [x, y], metres) => {
        const measured = points.some(([px, py]) => Math.hypot(px - x, py - y) <= metres)
        expect(nearTo(points, metres)(x, y)).toBe(measured)
      },
    ),
  )
})
