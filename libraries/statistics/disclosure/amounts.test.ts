import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attack, type BaseCell, flawsOf, ownAmounts, protectTable, shownAt, shownCells } from '../index.ts'
import { namesAt } from './grid.ts'

const area = {
  id: 'area',
  categories: [{ id: 'all' }, ...['north', 'south', 'west', 'east'].map((id) => ({ id, within: ['all'] }))],
}

/** Money of forty people in three neighbourhoods, and of whoever lives in the north. */
const answerFor = (north: Omit<BaseCell, 'at'>) =>
  protectTable(
    {
      dimensions: [area],
      cells: [
        { at: ['north'], ...north },
        { at: ['south'], value: 900_000, people: 40, largest: [30_000, 28_000] },
        { at: ['west'], value: 1_200_000, people: 40, largest: [40_000, 30_000] },
        { at: ['east'], value: 700_000, people: 40, largest: [30_000, 28_000] },
      ],
    },
    ownAmounts,
  )

describe('a sum of money', () => {
  test.each([
    ['of nine people is hidden', { value: 300_000, people: 9 }, 'hidden'],
    ['of ten people is shown', { value: 300_000, people: 10 }, 300_000],
    [
      'of which two people have nearly all is hidden',
      { value: 300_000, people: 30, largest: [150_000, 110_000] },
      'hidden',
    ],
    [
      'from which the second could tell what the first has is hidden',
      { value: 300_000, people: 30, largest: [200_000, 81_000] },
      'hidden',
    ],
    ['shared by many is shown', { value: 300_000, people: 30, largest: [30_000, 20_000] }, 300_000],
    ['of nobody is shown as nothing', { value: 0, people: 0 }, 0],
  ] as const)('%s', (_, north, shown) => {
    const answer = answerFor(north)
    expect(shownAt(answer, ['north'])).toBe(shown)
    expect(flawsOf(answer)).toEqual([])
  })

  test('that is hidden takes another along, which could be a tenth more or less', () => {
    const answer = answerFor({ value: 300_000, people: 9 })
    const hidden = [...shownCells(answer)].filter(({ shown }) => shown === 'hidden').map(({ at }) => at[0])
    expect(hidden).toEqual(['north', 'east'])
    expect(answer.proofs.map(({ change }) => change)).toEqual([30_000, -30_000])
  })

  test('of two neighbourhoods together is judged by the two largest of both', () => {
    const largest = [104_000, 1_000] as const
    const answer = protectTable(
      {
        dimensions: [area],
        cells: [
          { at: ['north'], value: 120_000, people: 12, largest },
          { at: ['south'], value: 120_000, people: 12, largest },
        ],
      },
      ownAmounts,
    )
    // NOTE 105,000 of 120,000 is over 85 %, and so is 208,000 of 240,000.
    expect(['north', 'south', 'all'].map((id) => shownAt(answer, [id]))).toEqual(['hidden', 'hidden', 'hidden'])
    const more = protectTable(
      { ...answer.table, cells: [...answer.table.cells, { at: ['west'], value: 10_000, people: 12 }] },
      ownAmounts,
    )
    // NOTE 208,000 of 250,000 is less than 85 %.
    expect(['north', 'all'].map((id) => shownAt(more, [id]))).toEqual(['hidden', 250_000])
  })
})

test('P13 an attacker finds no hidden sum of money to within a tenth, in tables drawn by chance', () => {
  const ages = { id: 'age', categories: [{ id: 'all' }, ...['young', 'old'].map((id) => ({ id, within: ['all'] }))] }
  const places = ['north', 'south', 'west', 'east'].flatMap((id) => ['young', 'old'].map((age) => [id, age]))
  const amount = fc.record({ people: fc.integer({ min: 1, max: 40 }), each: fc.integer({ min: 100, max: 5_000 }) })
  fc.assert(
    fc.property(fc.array(amount, { minLength: 8, maxLength: 8 }), (drawn) => {
      const cells = drawn.map(({ people, each }, k) => ({ at: places[k] ?? [], value: people * each, people }))
      const answer = protectTable({ dimensions: [area, ages], cells }, ownAmounts)
      const known = attack([area, ages], shownCells(answer))
      expect([answer.exposed, flawsOf(answer)]).toEqual([[], []])
      for (const { cell, more, less } of answer.needs) {
        const value = answer.grid.values[cell] ?? 0
        const bounds = known?.(namesAt(answer.grid, cell))
        expect(bounds?.most).toBeGreaterThanOrEqual(value + more - 1e-3)
        expect(bounds?.least).toBeLessThanOrEqual(value - less + 1e-3)
      }
    }),
    { seed: 9, numRuns: 60 },
  )
})
