import { expect, test } from 'vitest'
import { attack } from './attacker.ts'

const area = {
  id: 'area',
  categories: [
    { id: 'all' },
    { id: 'north', within: ['all'] },
    { id: 'south', within: ['all'] },
    { id: 'west', within: ['all'] },
  ],
}

test('a count that alone is hidden under a total is known to the person', () => {
  const known = attack(
    [area],
    [
      { at: ['all'], shown: 55 },
      { at: ['north'], shown: 'hidden' },
      { at: ['south'], shown: 40 },
      { at: ['west'], shown: 12 },
    ],
  )
  expect(known?.(['north'])).toEqual({ least: 3, most: 3 })
})

test('two hidden counts share what is left, and neither is zero', () => {
  const known = attack(
    [area],
    [
      { at: ['all'], shown: 55 },
      { at: ['north'], shown: 'hidden' },
      { at: ['south'], shown: 40 },
      { at: ['west'], shown: 'hidden' },
    ],
  )
  expect(known?.(['north'])).toEqual({ least: 1, most: 14 })
})

test('tables that contradict each other are told apart from tables that tell nothing', () => {
  const parts = ['north', 'south', 'west'].map((id) => ({ at: [id], shown: 5 }))
  expect(attack([area], [{ at: ['all'], shown: 16 }, ...parts])).toBeNull()
  expect(attack([area], [])?.(['north'])).toEqual({ least: 0, most: Infinity })
})

const others = [
  { at: ['all'], shown: 55 },
  { at: ['north'], shown: 'hidden' },
  { at: ['south'], shown: 'hidden' },
  { at: ['west'], shown: 12 },
] as const

test('an estimate of half of a hidden count leaves it between what rounds to that', () => {
  const half = [
    { at: ['south'], times: 1 },
    { at: ['north'], times: 0.5 },
  ] as const
  const known = attack([area], others, [{ of: half, atLeast: 40, atMost: 42 }])
  expect(known?.(['north'])).toEqual({ least: 2, most: 6 })
})

test('a share of two areas put together tells of how many people each of them has', () => {
  // One in ten in the north and one in five in the south are 8.3 in 43.
  const weighted = [
    { at: ['north'], times: 0.1 },
    { at: ['south'], times: 0.2 },
  ] as const
  const known = attack([area], others, [{ of: weighted, atLeast: 8.3, atMost: 8.3 }])
  expect(known?.(['north']).most).toBeCloseTo(3)
  expect(attack([area], others, [{ of: weighted, atMost: 4 }])).toBeNull()
})
