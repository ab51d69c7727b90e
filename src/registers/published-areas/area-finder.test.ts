import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areaFinder } from './area-finder.ts'
import { covers, type Point, type Shape } from './geometry.ts'

const square = (x: number, y: number, size: number): Shape => [
  [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ],
  ],
]

test('on a shared border the area that comes first covers the point', () => {
  const find = areaFinder(['west', 'east'], (name) => square(name === 'west' ? 0 : 10, 0, 10))
  expect([find([5, 5]), find([10, 5]), find([15, 5]), find([25, 5])]).toEqual(['west', 'west', 'east', undefined])
})

test('without areas, or with one that has no shape, nothing covers a point', () => {
  expect(areaFinder([], () => [])([0, 0])).toBeUndefined()
  expect(areaFinder(['empty'], () => [])([0, 0])).toBeUndefined()
})

/** Corners on a coarse raster, so that points often lie on borders and corners, and edges are often level. */
const corner = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })) as fc.Arbitrary<Point>
const ring = fc.array(corner, { minLength: 3, maxLength: 9 })
const shape: fc.Arbitrary<Shape> = fc.array(fc.array(ring, { minLength: 1, maxLength: 2 }), {
  minLength: 0,
  maxLength: 2,
})
const point = fc.tuple(fc.integer({ min: -2, max: 28 }), fc.integer({ min: -2, max: 28 }))

test('the indexes change no answer: it is always the first area that covers the point', () => {
  fc.assert(
    fc.property(fc.array(shape, { maxLength: 6 }), point, (shapes, [twiceX, twiceY]) => {
      const at: Point = [twiceX / 2, twiceY / 2]
      expect(areaFinder(shapes, (one) => one)(at)).toBe(shapes.find((one) => covers(one, at)))
    }),
    { numRuns: 2000 },
  )
})
