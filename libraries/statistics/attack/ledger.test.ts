import { describe, expect, test } from 'vitest'
import {
  afterPublishing,
  attack,
  type Dimension,
  mayPublish,
  ordinaryCounts,
  ownAmounts,
  protectTable,
  publicationOf,
  shownAt,
  type Table,
  type View,
} from '../index.ts'

/** Two sectors, and a neighbourhood drawn by hand that is `a` and most of `b`. */
const drawnOver: Dimension = {
  id: 'area',
  categories: [
    { id: 'a' },
    { id: 'b' },
    { id: 'drawn' },
    { id: 'all of a', within: ['a', 'drawn'] },
    { id: 'b inside', within: ['b', 'drawn'] },
    { id: 'b outside', within: ['b'] },
  ],
}
const people = (outside: number): Table['cells'] => [
  { at: ['all of a'], value: 20 },
  { at: ['b inside'], value: 30 },
  { at: ['b outside'], value: outside },
]
const view = (area: View[string]): readonly View[] => [{ area }]

describe('P13 areas that overlap', () => {
  const sectors = { dimensions: [drawnOver], views: view(['a', 'b']) }
  const neighbourhood = { dimensions: [drawnOver], views: view(['drawn']) }

  test('a drawn neighbourhood is not published when three people live outside it', () => {
    const ledger = afterPublishing([], 'sectors', protectTable({ ...sectors, cells: people(3) }, ordinaryCounts))
    const drawn = protectTable({ ...neighbourhood, cells: people(3) }, ordinaryCounts)
    expect(mayPublish([], drawn)).toEqual({ kind: 'may' })
    expect(mayPublish(ledger, drawn)).toEqual({ kind: 'mayNot', givesAway: [['b outside']] })
    expect(shownAt(protectTable({ ...neighbourhood, cells: people(3) }, ordinaryCounts, ledger), ['drawn'])).toBe(
      'hidden',
    )
  })

  test('it is published when eight people live outside it', () => {
    const ledger = afterPublishing([], 'sectors', protectTable({ ...sectors, cells: people(8) }, ordinaryCounts))
    const drawn = protectTable({ ...neighbourhood, cells: people(8) }, ordinaryCounts, ledger)
    expect([shownAt(drawn, ['drawn']), mayPublish(ledger, drawn).kind]).toEqual([50, 'may'])
  })
})

/** Months so far, and the sum until each. */
const monthsUntil = (last: number): Dimension => ({
  id: 'month',
  categories: Array.from({ length: last }, (_, m) => [
    { id: `${m}`, within: Array.from({ length: last - m }, (_, k) => `until ${m + k}`) },
    { id: `until ${m}` },
  ]).flat(),
})

describe('P13 the same figure month after month', () => {
  const until = (months: readonly number[]): Table => ({
    dimensions: [monthsUntil(months.length)],
    cells: months.map((value, m) => ({ at: [`${m}`], value })),
    views: [{ month: [`until ${months.length - 1}`] }],
  })
  const first = afterPublishing([], 'october', protectTable(until([12]), ordinaryCounts))

  test('one more than last month is not told, as it would be one person', () => {
    const answer = protectTable(until([12, 1]), ordinaryCounts, first)
    expect(shownAt(answer, ['until 1'])).toBe('hidden')
    expect(mayPublish(first, protectTable(until([12, 1]), ordinaryCounts))).toMatchObject({ kind: 'mayNot' })
  })

  test('after two quiet months the sum may be told once five are new', () => {
    const second = afterPublishing(first, 'november', protectTable(until([12, 1]), ordinaryCounts, first))
    const answer = protectTable(until([12, 1, 6]), ordinaryCounts, second)
    expect(shownAt(answer, ['until 2'])).toBe(19)
  })

  test('a number that changes by few people for any other reason is held back, and by more is told', () => {
    const stock = (value: number): Table => ({
      dimensions: [{ id: 'area', categories: [{ id: 'north' }] }],
      cells: [{ at: ['north'], value }],
    })
    const ledger = afterPublishing([], 'then', protectTable(stock(12), ordinaryCounts))
    expect(shownAt(protectTable(stock(13), ordinaryCounts, ledger), ['north'])).toBe('hidden')
    expect(shownAt(protectTable(stock(17), ordinaryCounts, ledger), ['north'])).toBe(17)
    const later = afterPublishing(ledger, 'later', protectTable(stock(13), ordinaryCounts, ledger))
    expect(shownAt(protectTable(stock(14), ordinaryCounts, later), ['north'])).toBe('hidden')
  })
})

describe('P13 a sum of money that was published', () => {
  const sum = (value: number): Table => ({
    dimensions: [{ id: 'area', categories: [{ id: 'north' }] }],
    cells: [{ at: ['north'], value, people: 40 }],
  })
  const ledger = afterPublishing([], 'then', protectTable(sum(900_000), ownAmounts))

  test('is told again while it is the same, and not once it changed, as the change may be one household', () => {
    expect(shownAt(protectTable(sum(900_000), ownAmounts, ledger), ['north'])).toBe(900_000)
    expect(shownAt(protectTable(sum(990_000), ownAmounts, ledger), ['north'])).toBe('hidden')
  })

  test('is told when the new part of it is of enough people', () => {
    const divided = (people: number): Table => ({
      dimensions: [
        { id: 'area', categories: [{ id: 'north' }] },
        {
          id: 'month',
          categories: [
            { id: '1', within: ['until 1', 'until 2'] },
            { id: '2', within: ['until 2'] },
            { id: 'until 1' },
            { id: 'until 2' },
          ],
        },
      ],
      cells: [
        { at: ['north', '1'], value: 900_000, people: 40 },
        { at: ['north', '2'], value: 300_000, people },
      ],
      views: [{ area: 'all', month: ['until 2'] }],
    })
    const first = afterPublishing(
      [],
      'first',
      protectTable({ ...divided(12), views: [{ area: 'all', month: ['until 1'] }] }, ownAmounts),
    )
    const told = (people: number) => shownAt(protectTable(divided(people), ownAmounts, first), ['north', 'until 2'])
    expect([told(12), told(3)]).toEqual([1_200_000, 'hidden'])
  })
})

describe('a ledger', () => {
  const bySex: Table = {
    dimensions: [{ id: 'sex', categories: [{ id: 'm' }, { id: 'f' }] }],
    cells: [{ at: ['m'], value: 30 }],
  }
  const ledger = afterPublishing([], 'by sex', protectTable(bySex, ordinaryCounts))

  test('cannot be held against a table that does not know what was divided by then', () => {
    const byAge: Table = {
      dimensions: [{ id: 'age', categories: [{ id: 'young' }, { id: 'old' }] }],
      cells: [{ at: ['young'], value: 12 }],
    }
    expect(mayPublish(ledger, protectTable(byAge, ordinaryCounts))).toEqual({
      kind: 'cannotTell',
      publication: 'by sex',
      what: 'sex',
    })
    expect(() => protectTable(byAge, ordinaryCounts, ledger)).toThrow(/by sex was divided by sex/)
  })

  test('survives being kept as JSON', () => {
    expect(JSON.parse(JSON.stringify(ledger))).toEqual(ledger)
  })

  test('is not added to by a table that gives somebody away', () => {
    const months = protectTable({ ...bySex, cells: [{ at: ['m'], value: 31 }] }, ordinaryCounts)
    expect(() => afterPublishing(ledger, 'again', months)).toThrow(/again may not be published/)
  })
})

test('P13 a small count that is out already hides no other: who knows it finds nothing beside it', () => {
  const areas: Dimension = {
    id: 'area',
    categories: [{ id: 'all' }, ...['a', 'b', 'c', 'd'].map((id) => ({ id, within: ['all'] }))],
  }
  const cells = [4, 3, 12, 40].map((value, k) => ({ at: ['abcd'[k] ?? ''], value }))
  const before = publicationOf('before', [areas], [{ at: ['a'], shown: 4 }])
  const answer = protectTable({ dimensions: [areas], cells }, ordinaryCounts, [before])
  const seen = ['a', 'b', 'c', 'd', 'all'].map((id) => {
    const shown = id === 'a' ? 4 : shownAt(answer, [id])
    return { at: [id], shown: typeof shown === 'number' ? shown : ('hidden' as const) }
  })
  expect(attack([areas], seen)?.(['b']).most).toBeGreaterThanOrEqual(ordinaryCounts.hideBelow)
})
