import { expect, test } from 'vitest'
import { placedIn } from './assets-of.ts'

const square = (x: number, y: number, side: number) => [
  [
    [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ] as const,
  ],
]
const placed = placedIn([
  { id: 'west', shape: square(0, 0, 100) },
  { id: 'east', shape: square(100, 0, 100) },
  { id: 'own', shape: square(50, 0, 100) },
  { id: 'streets', shape: [] },
])

test('a place lies in every neighbourhood around its point, overlapping ones too', () => {
  expect(placed({ neighbourhoodId: null, at: [20, 50] })).toEqual(['west'])
  expect(placed({ neighbourhoodId: null, at: [70, 50] })).toEqual(['west', 'own'])
  expect(placed({ neighbourhoodId: null, at: [500, 50] })).toEqual([])
})

test('what has no point lies where somebody said, also in a neighbourhood made of streets', () => {
  expect(placed({ neighbourhoodId: 'streets', at: null })).toEqual(['streets'])
  expect(placed({ neighbourhoodId: 'streets', at: [20, 50] })).toEqual(['west', 'streets'])
  expect(placed({ neighbourhoodId: null, at: null })).toEqual([])
})
