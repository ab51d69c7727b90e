import { expect, test } from 'vitest'
import { liesElsewhere } from './lies-elsewhere.ts'

const box = (minX: number, minY: number, maxX: number, maxY: number) => ({ minX, minY, maxX, maxY })
const doors = box(100_000, 190_000, 110_000, 200_000)

test('areas around the doors of their municipality lie where they should, with some forest around', () => {
  expect(liesElsewhere(box(96_000, 188_000, 112_000, 204_000), doors)).toBe(false)
  expect(liesElsewhere(box(104_000, 195_000, 105_000, 196_000), doors)).toBe(false)
})

test('areas of which north and east were exchanged lie elsewhere', () => {
  expect(liesElsewhere(box(190_000, 100_000, 200_000, 110_000), doors)).toBe(true)
})

test('where no doors or no shapes are known, nothing is said', () => {
  expect(liesElsewhere(undefined, doors)).toBe(false)
  expect(liesElsewhere(doors, undefined)).toBe(false)
})
