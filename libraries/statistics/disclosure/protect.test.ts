import { describe, expect, test } from 'vitest'
import { flawsOf, ordinaryCounts, protectTable, sensitiveCounts, shownAt, shownCells, type Table } from '../index.ts'

/** Neighbourhoods of one municipality with a count each. */
const areas = (counts: Readonly<Record<string, number>>): Table => ({
  dimensions: [
    { id: 'area', categories: [{ id: 'all' }, ...Object.keys(counts).map((id) => ({ id, within: ['all'] }))] },
  ],
  cells: Object.entries(counts).map(([id, value]) => ({ at: [id], value })),
})

const shownIn = (table: Table, rule = ordinaryCounts) =>
  Object.fromEntries([...shownCells(protectTable(table, rule))].map(({ at, shown }) => [at.join(' · '), shown]))

describe('P13 neighbourhoods with a total', () => {
  test('a count of one to four is hidden, and a second one so that it cannot be worked out', () => {
    expect(shownIn(areas({ north: 3, south: 40, west: 12 }))).toEqual({
      north: 'hidden',
      south: 40,
      west: 'hidden',
      all: 55,
    })
  })

  test('a total that all compare with stays, also where each part bears a second name and costs twice to hide', () => {
    const counts = { north: 4, south: 28, west: 48 }
    const names = Object.keys(counts)
    const categories = [
      { id: 'all' },
      ...names.map((id) => ({ id: `ours ${id}` })),
      ...names.map((id) => ({ id, within: ['all', `ours ${id}`] })),
    ]
    const twice = { ...areas(counts), dimensions: [{ id: 'area', categories }] }
    expect(shownIn(twice)).toMatchObject({ all: 80, south: 'hidden', 'ours south': 'hidden', west: 48 })
  })

  test.each([
    [4, 'hidden'],
    [5, 5],
    [0, 0],
  ])('of %i people is shown as %s', (count, shown) => {
    expect(shownAt(protectTable(areas({ north: count, south: 40, west: 30 }), ordinaryCounts), ['north'])).toBe(shown)
  })

  test('under ten is hidden of our own sensitive data', () => {
    expect(shownIn(areas({ north: 9, south: 40, west: 12 }), sensitiveCounts)).toMatchObject({ north: 'hidden' })
  })

  test('two hidden counts that together are few ask for a third', () => {
    expect(shownIn(areas({ north: 1, south: 40, west: 2, east: 12 }))).toEqual({
      north: 'hidden',
      west: 'hidden',
      east: 'hidden',
      south: 40,
      all: 55,
    })
  })

  test('five hidden neighbourhoods of one person each ask for more, as a hidden count is never zero', () => {
    const shown = shownIn(areas({ a: 1, b: 1, c: 1, d: 1, e: 1, south: 40, west: 12 }))
    expect(shown).toMatchObject({ west: 'hidden', south: 40, all: 57 })
  })

  test('nothing is hidden when nothing is small', () => {
    expect(shownIn(areas({ north: 5, south: 40, none: 0 }))).toEqual({ north: 5, south: 40, none: 0, all: 45 })
  })

  test('a municipality of four people shows nothing but where nobody is', () => {
    expect(shownIn(areas({ north: 4, south: 0 }))).toEqual({ north: 'hidden', south: 0, all: 'hidden' })
  })

  test('every hidden count has other figures that fit all that is shown', () => {
    const table = areas({ north: 3, south: 40, west: 12, east: 2 })
    expect(flawsOf(protectTable(table, ordinaryCounts))).toEqual([])
  })
})

describe('a table that cannot be', () => {
  const dimensions = [{ id: 'area', categories: [{ id: 'all' }, { id: 'north', within: ['all'] }] }]

  test.each([
    ['counts at a sum', { dimensions, cells: [{ at: ['all'], value: 3 }] }, /Nothing is counted at all/],
    ['counts less than nobody', { dimensions, cells: [{ at: ['north'], value: -1 }] }, /not a count/],
    ['counts a part of a person', { dimensions, cells: [{ at: ['north'], value: 1.5 }] }, /not a count/],
    ['names a category that is not there', { dimensions, cells: [{ at: ['south'], value: 1 }] }, /south/],
    [
      'has a category within itself',
      {
        dimensions: [
          {
            id: 'a',
            categories: [
              { id: 'x', within: ['y'] },
              { id: 'y', within: ['x', 'y'] },
            ],
          },
        ],
        cells: [],
      },
      /a/,
    ],
    ['has a category twice', { dimensions: [{ id: 'a', categories: [{ id: 'x' }, { id: 'x' }] }], cells: [] }, /twice/],
    [
      'has a category in nothing',
      { dimensions: [{ id: 'a', categories: [{ id: 'x', within: ['y'] }] }], cells: [] },
      /y/,
    ],
  ])('%s is refused', (_, table, said) => {
    expect(() => protectTable(table, ordinaryCounts)).toThrow(said)
  })
})
