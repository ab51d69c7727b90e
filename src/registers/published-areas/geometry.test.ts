import { expect, test } from 'vitest'
import { areaFinder } from './area-finder.ts'
import { boundsOf, covers, middleOf, type Point, type Ring, type Shape } from './geometry.ts'

const square = (from: number, to: number): Ring => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
]
const withHole: Shape = [[square(0, 10), square(4, 6)]]
const twoIslands: Shape = [[square(0, 2)], [square(8, 10)]]
const withIslandInHole: Shape = [[square(0, 10), square(2, 8)], [square(4, 6)]]
/** A roof: the ray from (1, 2) passes exactly through the corner at (3, 2). */
const roof: Shape = [
  [
    [
      [0, 0],
      [6, 0],
      [6, 4],
      [3, 2],
      [0, 4],
    ],
  ],
]

test.each<[string, Shape, Point, boolean]>([
  ['inside a square', [[square(0, 10)]], [5, 5], true],
  ['outside a square', [[square(0, 10)]], [11, 5], false],
  ['on the edge', [[square(0, 10)]], [10, 5], true],
  ['on a corner', [[square(0, 10)]], [0, 0], true],
  ['level with the top edge, outside', [[square(0, 10)]], [-1, 10], false],
  ['beside a hole', withHole, [2, 5], true],
  ['in a hole', withHole, [5, 5], false],
  ['on the border of a hole', withHole, [4, 5], true],
  ['on the first island', twoIslands, [1, 1], true],
  ['on the second island', twoIslands, [9, 9], true],
  ['between two islands', twoIslands, [5, 5], false],
  ['on an island in a hole', withIslandInHole, [5, 5], true],
  ['in the water around that island', withIslandInHole, [3, 5], false],
  ['left of a corner that the ray meets', roof, [1, 2], true],
  ['right of a corner that the ray meets', roof, [5, 2], true],
  ['above a dent', roof, [3, 3], false],
])('a point %s', (_where, shape, point, isCovered) => {
  expect(covers(shape, point)).toBe(isCovered)
})

test('it does not matter in which direction a border is drawn', () => {
  const reversed: Shape = withHole.map((polygon) => polygon.map((ring) => ring.toReversed()))
  for (const point of [
    [5, 5],
    [2, 5],
    [0, 5],
    [12, 5],
  ] as const)
    expect(covers(reversed, point)).toBe(covers(withHole, point))
})

test('a point on a shared border belongs to the first of the two areas, and to one only', () => {
  const left = { name: 'left', shape: [[square(0, 10)]] as Shape }
  const right = {
    name: 'right',
    shape: [[square(0, 10).map(([x, y]): Point => [x + 10, y])]] as Shape,
  }
  expect(areaFinder([left, right], ({ shape }) => shape)([10, 5])).toBe(left)
  expect(areaFinder([right, left], ({ shape }) => shape)([10, 5])).toBe(right)
  expect(areaFinder([left, right], ({ shape }) => shape)([21, 5])).toBeUndefined()
})

test('the box around islands holds them all, and nothing has no box', () => {
  expect(boundsOf(twoIslands)).toEqual({ minX: 0, minY: 0, maxX: 10, maxY: 10 })
  expect(boundsOf([])).toBeUndefined()
})

test('a name is written in the middle of the largest part, however many corners its border has', () => {
  expect(middleOf([[square(0, 2)], [square(10, 20)]])).toEqual([15, 15])
  const ragged = [...Array.from({ length: 50 }, (_, step): Point => [10 + step / 5, 10]), ...square(10, 20).slice(1)]
  expect(middleOf([[ragged]]).map(Math.round)).toEqual([15, 15])
  expect(middleOf([])).toEqual([0, 0])
})

test('a coordinate that is no number has no box that could lie anywhere', () => {
  expect(
    boundsOf([
      [
        [
          [1, 2],
          [Number.NaN, 3],
          [4, 5],
        ],
      ],
    ]),
  ).toEqual({ minX: Number.NaN, minY: Number.NaN, maxX: Number.NaN, maxY: Number.NaN })
})
