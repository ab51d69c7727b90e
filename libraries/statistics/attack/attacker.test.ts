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
