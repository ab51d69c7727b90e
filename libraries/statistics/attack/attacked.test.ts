import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBase, namesAt, positionOf } from '../disclosure/grid.ts'
import {
  afterPublishing,
  type Dimension,
  flawsOf,
  type Ledger,
  mayPublish,
  ordinaryCounts,
  type ProtectedTable,
  protectTable,
  sensitiveCounts,
  shownCells,
  type Table,
  type View,
} from '../index.ts'
import { attack, type Seen } from './attacker.ts'

/** Leaves of a dimension under a total, if wanted in groups of two or three in between. */
const dimension = (id: string, leaves: number, groupOf = 0): Dimension => ({
  id,
  categories: [
    { id: 'all' },
    ...(groupOf
      ? Array.from({ length: Math.ceil(leaves / groupOf) }, (_, g) => ({ id: `g${g}`, within: ['all'] }))
      : []),
    ...Array.from({ length: leaves }, (_, leaf) => ({
      id: `${leaf}`,
      within: [groupOf ? `g${Math.floor(leaf / groupOf)}` : 'all'],
    })),
  ],
})

/** Neighbourhoods drawn over sectors without regard for their groups. */
const overlapping: Dimension = {
  id: 'area',
  categories: [
    { id: 'all' },
    { id: 'north', within: ['all'] },
    { id: 'south', within: ['all'] },
    { id: 'drawn' },
    { id: 'a', within: ['north'] },
    { id: 'b', within: ['north', 'drawn'] },
    { id: 'c', within: ['south', 'drawn'] },
    { id: 'd', within: ['south'] },
    { id: 'e', within: ['south'] },
  ],
}

/** The sum until each month as well as each month: what a figure published monthly comes to. */
const months: Dimension = {
  id: 'month',
  categories: [
    { id: '1', within: ['until 1', 'until 2', 'until 3', 'until 4'] },
    { id: '2', within: ['until 2', 'until 3', 'until 4'] },
    { id: '3', within: ['until 3', 'until 4'] },
    { id: '4', within: ['until 4'] },
    ...['1', '2', '3', '4'].map((month) => ({ id: `until ${month}` })),
  ],
}

const shapes: readonly (readonly [string, readonly Dimension[], Table['views']?])[] = [
  ['a list of areas', [dimension('area', 8)]],
  ['areas in municipalities in a region', [dimension('area', 9, 3)]],
  ['areas by age', [dimension('area', 5), dimension('age', 4)]],
  ['areas in municipalities by age', [dimension('area', 6, 2), dimension('age', 4)]],
  ['ages in groups, areas in municipalities', [dimension('area', 6, 3), dimension('age', 6, 2)]],
  ['areas by age and sex', [dimension('area', 4), dimension('age', 3), dimension('sex', 2)]],
  ['areas in municipalities by age and sex', [dimension('area', 4, 2), dimension('age', 3), dimension('sex', 2)]],
  ['a municipality of one area beside larger ones, by age', [dimension('area', 7, 3), dimension('age', 3)]],
  [
    'areas by something that has no total',
    [dimension('area', 5), { id: 'sex', categories: [{ id: 'm' }, { id: 'f' }] }],
  ],
  ['four dimensions', [dimension('area', 3), dimension('age', 2), dimension('sex', 2), dimension('household', 2)]],
  ['areas that overlap', [overlapping]],
  ['areas that overlap, by age', [overlapping, dimension('age', 3)]],
  ['months and the sum until each', [months]],
  ['months and the sum until each, by area', [months, dimension('area', 3)]],
  [
    'the sum until each month, by area',
    [months, dimension('area', 3)],
    [{ month: ['until 1', 'until 2', 'until 3', 'until 4'], area: 'all' }],
  ],
  [
    'two tables over the same people, by age and by sex',
    [dimension('area', 4), dimension('age', 3), dimension('sex', 2)],
    [
      { area: 'all', age: 'all' },
      { area: 'all', sex: 'all' },
    ],
  ],
  [
    'age groups of one cut and of another',
    [dimension('age', 6, 2), dimension('area', 4)],
    [{ age: ['g0', 'g1', 'g2', 'all'] }, { age: ['0', '3', 'all'], area: 'all' }],
  ],
]

/** Tables of one shape with counts drawn by chance: many small, some none. */
const tables = (dimensions: readonly Dimension[], views: Table['views']) => {
  const wider = dimensions.map((one) => new Set(one.categories.flatMap(({ within }) => within ?? [])))
  const at = dimensions.reduce<string[][]>(
    (all, one, d) =>
      all.flatMap((begun) => one.categories.filter(({ id }) => !wider[d]?.has(id)).map(({ id }) => [...begun, id])),
    [[]],
  )
  const count = fc.oneof(
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) },
    { weight: 5, arbitrary: fc.integer({ min: 5, max: 40 }) },
  )
  return fc.array(count, { minLength: at.length, maxLength: at.length }).map(
    (counts): Table => ({
      dimensions,
      cells: at.map((one, k) => ({ at: one, value: counts[k] ?? 0 })),
      ...(views && { views }),
    }),
  )
}

/**
 * Small counts of which an attacker can tell that they are small, or, where they are hidden at the finest level, that they are more
 * than one. Worked out from the rule alone, without what the answer says it needs.
 */
function found(table: Table, answer: ProtectedTable, seen: Iterable<Seen>): string[] {
  const known = attack(table.dimensions, seen)
  const { grid, rule } = answer
  const isSmall = (value: number) => value > 0 && value < rule.hideBelow
  const small = [...grid.values.keys()].filter(
    (cell) => isSmall(grid.values[cell] ?? 0) && (grid.isWanted[cell] === 1 || isBase(grid, cell)),
  )
  return small
    .filter((cell) => {
      const bounds = known?.(namesAt(grid, cell))
      const isExact = isBase(grid, cell) && grid.isWanted[cell] === 1
      return !bounds || bounds.most < rule.hideBelow - 1e-6 || (isExact && bounds.least > 1 + 1e-6)
    })
    .map((cell) => namesAt(grid, cell).join(' · '))
}

describe('P13 an attacker who knows all that is shown finds no small count', () => {
  const named = shapes.map(([shape, dimensions, views]) => ({ shape, dimensions, views }))

  test.each(named)('in $shape', ({ dimensions, views }) => {
    fc.assert(
      fc.property(tables(dimensions, views), fc.constantFrom(ordinaryCounts, sensitiveCounts), (table, rule) => {
        const answer = protectTable(table, rule)
        expect(answer.exposed).toEqual([])
        expect(flawsOf(answer)).toEqual([])
        expect(found(table, answer, shownCells(answer))).toEqual([])
      }),
      { seed: 20, numRuns: 60 },
    )
  })
})

describe('P13 the attacker is no straw man', () => {
  const table: Table = {
    dimensions: [dimension('area', 4), dimension('age', 3)],
    cells: [30, 3, 25, 18, 22, 40, 31, 12, 4, 16, 27, 19].map((value, k) => ({
      at: [`${Math.floor(k / 3)}`, `${k % 3}`],
      value,
    })),
  }
  const answer = protectTable(table, ordinaryCounts)
  const seen = [...shownCells(answer)]
  const valueAt = (at: readonly string[]) => answer.grid.values[positionOf(answer.grid, at)] ?? 0
  const further = seen.filter(({ at, shown }) => shown === 'hidden' && valueAt(at) >= 5)

  test('there is something hidden for the sake of others only', () => {
    expect(further.length).toBeGreaterThan(2)
  })

  test.each(further.map(({ at }) => [at.join(' · '), at]))('showing %s after all gives a small count away', (_, at) => {
    const careless = seen.map((cell) => (cell.at === at ? { at, shown: valueAt(at) } : cell))
    expect(found(table, answer, careless)).not.toEqual([])
  })

  test('hiding the small counts only gives away each that is alone in its line', () => {
    const careless = seen.map((cell) => (further.includes(cell) ? { at: cell.at, shown: valueAt(cell.at) } : cell))
    expect(found(table, answer, careless)).toEqual(['0 · 1', '2 · 2'])
  })
})

describe('P13 an attacker who kept everything that was published before finds no small count', () => {
  const byAge = { area: 'all', age: 'all' } as const
  const histories: readonly (readonly [string, readonly Dimension[], readonly (readonly View[])[]])[] = [
    [
      'sectors, then areas drawn over them, then all by age',
      [overlapping, dimension('age', 3)],
      [[{ area: ['a', 'b', 'c', 'd', 'e'] }], [{ area: ['drawn', 'north', 'south', 'all'] }], [byAge]],
    ],
    [
      'by age, then by sex, then for drawn areas by both',
      [overlapping, dimension('age', 3), dimension('sex', 2)],
      [[byAge], [{ area: 'all', sex: 'all' }], [{ area: ['drawn'], age: 'all', sex: 'all' }]],
    ],
    [
      'the sum until each month, by area',
      [months, dimension('area', 3)],
      ['until 1', 'until 2', 'until 3', 'until 4'].map((until) => [{ month: [until], area: 'all' }]),
    ],
    [
      'age groups of one cut, of another, and area by single ages',
      [dimension('age', 6, 2), dimension('area', 4)],
      [[{ age: ['g0', 'g1', 'g2', 'all'], area: 'all' }], [{ age: ['0', '3', 'all'], area: 'all' }], [{ age: 'all' }]],
    ],
  ]

  const named = histories.map(([history, dimensions, publications]) => ({ history, dimensions, publications }))

  test.each(named)('$history', ({ dimensions, publications }) => {
    const outcomes = { published: 0, hidingMore: 0, refused: 0 }
    fc.assert(
      fc.property(tables(dimensions, undefined), ({ cells }) => {
        let ledger: Ledger = []
        const seen: Seen[] = []
        const answers: ProtectedTable[] = []
        for (const [k, views] of publications.entries()) {
          const table = { dimensions, cells, views }
          const answer = protectTable(table, ordinaryCounts, ledger)
          if (answer.exposed.length > 0) {
            outcomes.refused++
            continue
          }
          outcomes.published++
          if (mayPublish(ledger, protectTable(table, ordinaryCounts)).kind !== 'may') outcomes.hidingMore++
          expect(flawsOf(answer)).toEqual([])
          answers.push(answer)
          seen.push(...shownCells(answer))
          ledger = afterPublishing(ledger, `${k}`, answer)
        }
        for (const answer of answers) expect(found({ dimensions, cells }, answer, seen)).toEqual([])
      }),
      { seed: 21, numRuns: 40 },
    )
    expect(outcomes.hidingMore).toBeGreaterThan(0)
    expect(outcomes.refused).toBeLessThan(outcomes.published / 10)
  })
})
