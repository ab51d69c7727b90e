import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shownParts, shownReach } from './reach.ts'

const shownOf = (group: string, people: number) =>
  shownReach([{ group, people }]).find((one) => one.group === group)?.shown

test.each<[string, number, number | 'hidden' | 'nothing']>([
  ['olderPerson', 4, 'hidden'],
  ['olderPerson', 5, 5],
  ['migrationBackground', 9, 'hidden'],
  ['migrationBackground', 10, 10],
  ['singleParent', 1, 'hidden'],
])('P13 a count of %s of %i people shows %s', (group, people, expected) => {
  expect(shownOf(group, people)).toBe(expected)
})

test('P13 a group nobody was counted in says so, and is not shown as zero', () => {
  expect(shownReach([]).map(({ shown }) => shown)).toEqual(Array.from({ length: 7 }, () => 'nothing'))
})

test('the seven groups are shown whatever was counted, others only when counted', () => {
  expect(shownReach([{ group: 'youth', people: 12 }])).toHaveLength(8)
})

test('counts of the same group are summed before they are shown or hidden', () => {
  const counts = [3, 3].map((people) => ({ group: 'olderPerson' as const, people }))
  expect(shownReach(counts).find(({ group }) => group === 'olderPerson')?.shown).toBe(5)
})

test('P13 three more people on one day cannot be read from the sums before and after it', () => {
  expect([40, 43, 46].map((people) => shownOf('olderPerson', people))).toEqual([40, 40, 45])
})

test('P13 no hidden part can be worked out from the total, also when several are hidden', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 }), (counts) => {
      const parts = shownParts(counts.map((count, key) => ({ key, count })))
      const hidden = parts.filter(({ shown }) => shown === 'hidden').map(({ key }) => counts[key] ?? 0)
      // NOTE readers know that a hidden part is not zero: the others of those hidden must leave room for five.
      const room = hidden.reduce((sum, count) => sum + count, 0) - (hidden.length - 1)
      const canBeMore = counts.some((count) => count >= 5 && !hidden.includes(count))
      expect(hidden.length > 0 && room < 5 && canBeMore).toBe(false)
      expect(parts.filter(({ shown }) => typeof shown === 'number' && shown > 0 && shown < 5)).toEqual([])
    }),
  )
})

test('P13 one and two hidden doors take a third part along, as three is a small number too', () => {
  const parts = [1, 2, 30, 12].map((count, key) => ({ key, count }))
  expect(shownParts(parts).map(({ shown }) => shown)).toEqual(['hidden', 'hidden', 30, 'hidden'])
})
