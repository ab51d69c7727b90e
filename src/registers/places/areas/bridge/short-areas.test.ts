import { expect, test } from 'vitest'
import type { AreaBridge, BridgeEvidence } from './bridge.ts'
import { shortAreas } from './short-areas.ts'

const way = (from: string, to: string): AreaBridge => ({ from, to, share: 1, quality: 'approximate' })
const short = (over: Partial<BridgeEvidence>, ...ways: readonly AreaBridge[]) =>
  [
    ...shortAreas(
      {
        said: [],
        doors: [],
        throughNeighbourhood: [],
        from: ['72025A01-', '72025A202', '72025A30-'],
        to: ['72025A01K', '72025A20K', '72025A20L', '72025A30K'],
        neighbourhoodOf: new Map([
          ['72025A01K', 'W01'],
          ['72025A20K', 'W04'],
          ['72025A20L', 'W04'],
          ['72025A30K', 'W04'],
        ]),
        ...over,
      },
      ways,
    ),
  ].toSorted()

const doors = (from: string, to: string | null = null) => ({ from, to, doors: 10 })
const allDoors = [doors('72025A01-'), doors('72025A202'), doors('72025A30-')]

test('where a sector leads nowhere, all in the neighbourhood of its doors may lack something, and no other', () => {
  const doorsByNeighbourhood = [
    { from: '72025A01-', neighbourhood: 'W01', doors: 10 },
    { from: '72025A202', neighbourhood: 'W04', doors: 10 },
  ]
  expect(
    short({ doors: allDoors, doorsByNeighbourhood }, way('72025A01-', '72025A01K'), way('72025A30-', '72025A30K')),
  ).toEqual(['72025A20K', '72025A20L', '72025A30K'])
})

test('of a sector that leads nowhere and whose neighbourhood is not known, any may lack something', () => {
  expect(short({ doors: allDoors }, way('72025A01-', '72025A01K'), way('72025A30-', '72025A30K'))).toHaveLength(4)
})

test('a sector without doors takes nothing along when it leads nowhere', () => {
  const inhabited = [doors('72025A01-', '72025A01K'), doors('72025A30-', '72025A30K')]
  expect(short({ doors: inhabited }, way('72025A01-', '72025A01K'), way('72025A30-', '72025A30K'))).toEqual([])
})

test('where no address is known in the other edition, an area to which nothing leads is not known to be empty', () => {
  const all = [way('72025A01-', '72025A01K'), way('72025A202', '72025A20K'), way('72025A30-', '72025A30K')]
  expect(short({ doors: allDoors }, ...all)).toEqual(['72025A20L'])
})
