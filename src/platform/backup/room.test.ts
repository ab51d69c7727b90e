import { expect, test } from 'vitest'
import { inGigabytes, roomForRestore } from './room.ts'

const gigabyte = 1024 ** 3

test.each([
  ['a small database needs its room twice, for the data and the log', 100_000_000, 0, 210_000_000],
  ['of a large one the log is cut back meanwhile', 40 * gigabyte, 0, 45.25 * gigabyte],
  ['a file that does not say it is taken to grow tenfold', undefined, 10_000_000, 210_000_000],
])('%s', (_, databaseBytes, fileBytes, room) => {
  expect(roomForRestore({ databaseBytes }, fileBytes)).toBeCloseTo(room, -2)
})

test('what is needed is rounded up and what is free is rounded down', () => {
  expect(inGigabytes(1.51 * gigabyte, 'up')).toBe('1.6 GB')
  expect(inGigabytes(1.59 * gigabyte, 'down')).toBe('1.5 GB')
  expect([inGigabytes(1, 'up'), inGigabytes(1, 'down')]).toEqual(['0.1 GB', '0.0 GB'])
})
