import { expect, test } from 'vitest'
import { square } from '../../../../tests/support/files/shapefile-maker.ts'
import { nearestTown } from './nearest-town.ts'

test.each([
  ['Pelt', 223_500, 211_500, { town: 'hasselt', direction: 'north', kilometres: 32 }],
  ['Pelt with north and east exchanged', 211_500, 223_500, { town: 'hasselt', direction: 'north', kilometres: 43 }],
  ['Oostende', 48_500, 213_500, { town: 'bruges', direction: 'west', kilometres: 21 }],
  ['Oostende with north and east exchanged', 213_500, 48_500, { town: 'arlon', direction: 'west', kilometres: 40 }],
  ['Dinant', 187_500, 103_500, { town: 'namur', direction: 'south', kilometres: 24 }],
])('%s lies where people would say', (_where, x, y, expected) => {
  expect(nearestTown([[[square(x, y, 1_000)]]])).toEqual(expected)
})

test('without a border nobody can say where it lies', () => {
  expect(nearestTown([])).toBeUndefined()
})
