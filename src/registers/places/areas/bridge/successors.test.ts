import { expect, test } from 'vitest'
import { bySuccessors, type DoorsByNeighbourhood } from './successors.ts'

const later = {
  codes: ['72025A20K', '72025A20L', '72025A01K', '72025A30K', '72029A59K'],
  neighbourhoodOf: new Map([
    ['72025A20K', 'W04'],
    ['72025A20L', 'W05'],
    ['72025A01K', 'W01'],
    ['72029A59K', 'W09'],
  ]),
}
const led = (from: string, ...doors: readonly (readonly [string | null, number])[]) =>
  Object.fromEntries(
    bySuccessors(
      from,
      doors.map(([neighbourhood, count]): DoorsByNeighbourhood => ({ from, neighbourhood, doors: count })),
      later,
    ),
  )

test('a sector leads to the one that kept the first eight characters of its code', () => {
  expect(led('72025A01-')).toEqual({ '72025A01K': 1 })
  expect(led('72025A01-', ['W01', 40])).toEqual({ '72025A01K': 1 })
})

test('a sector that was cut along a neighbourhood is divided by its doors', () => {
  expect(led('72025A202', ['W04', 30], ['W05', 10])).toEqual({ '72025A20K': 0.75, '72025A20L': 0.25 })
})

test('a sector that was cut within a neighbourhood leads nowhere: nothing tells how', () => {
  const both = { ...later, neighbourhoodOf: new Map([...later.neighbourhoodOf, ['72025A20L', 'W04']]) }
  expect(bySuccessors('72025A202', [{ from: '72025A202', neighbourhood: 'W04', doors: 30 }], both).size).toBe(0)
  expect(led('72025A202')).toEqual({})
})

test('a sector whose doors lie in another neighbourhood than its successor leads nowhere', () => {
  expect(led('72029A59-', ['W05', 30])).toEqual({})
  expect(led('72029A59-', ['W05', 3], ['W09', 37])).toEqual({ '72029A59K': 1 })
  expect(led('72025A01-', [null, 40])).toEqual({})
})

test('a sector without kin leads nowhere', () => {
  expect(led('72025A0AA')).toEqual({})
})
