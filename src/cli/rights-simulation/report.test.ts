import { belgianColumns } from '@meernet/rights-belgium/columns'
import { expect, test } from 'vitest'
import { reportOf } from './report.ts'
import { changes, emptyTally, standings, type Tally } from './tally.ts'

const household = (count: number) => ({ records: count, weighted: 10 * count })
const placeOf = (id: string) => belgianColumns.rights.findIndex((right) => right.id === id)

/** 500 households, for so many of whom a right becomes likely; `all`: for so many by some right. */
function tallyOf(gains: Readonly<Record<string, number>>, all: number): Tally {
  const tally = emptyTally()
  Object.assign(tally.households, household(500))
  for (const [id, count] of Object.entries(gains)) {
    const own = tally.rights[placeOf(id)]
    Object.assign(own?.moves[moveOf('none', 'likely', 'gain')] ?? {}, household(count))
    Object.assign(own?.moves[moveOf('none', 'none', 'same')] ?? {}, household(500 - count))
    Object.assign(own?.after.subjects.likely ?? {}, household(count))
    own?.byNeighbourhood.set('Noord', counts(standings, { none: 500 }))
  }
  tally.groups.set('one', {
    neighbourhood: 'Noord',
    kind: 'alone, under 65',
    changes: counts(changes, { gain: all, same: 500 - all }),
  })
  return tally
}

const moveOf = (
  before: (typeof standings)[number],
  after: (typeof standings)[number],
  change: (typeof changes)[number],
) => (standings.indexOf(before) * 4 + standings.indexOf(after)) * 4 + changes.indexOf(change)

function counts<Name extends string>(names: readonly Name[], told: Readonly<Partial<Record<Name, number>>>) {
  return Object.fromEntries(names.map((name) => [name, household(told[name] ?? 0)])) as Record<
    Name,
    ReturnType<typeof household>
  >
}

const gainIn = (tally: Tally, id: string) =>
  reportOf(tally, true).rights.find(({ right }) => right === id)?.change?.households.gain

test('what is shown is what the rows of the file stand for', () => {
  const tally = tallyOf({ leefloon: 40 }, 40)
  expect(reportOf(tally, true)).toMatchObject({ households: 500, weighted: 5000, all: { changes: { gain: 400 } } })
  expect(gainIn(tally, 'leefloon')).toBe(400)
})

test('P13 few rows are hidden, however many households they stand for', () => {
  expect(gainIn(tallyOf({ leefloon: 9 }, 9), 'leefloon')).toBe('hidden')
  expect(gainIn(tallyOf({ leefloon: 10 }, 10), 'leefloon')).toBe(100)
  expect(gainIn(tallyOf({ leefloon: 0, igo: 20 }, 20), 'igo')).toBe(200)
})

test('P13 a right is hidden where all others together would then tell of few', () => {
  const tally = tallyOf({ leefloon: 40, igo: 43 }, 43)
  expect(gainIn(tally, 'leefloon')).toBe('hidden')
  expect(gainIn(tally, 'igo')).toBe(430)
})

test('P13 the side of a reform goes with a change that is hidden', () => {
  const [right] = reportOf(tallyOf({ leefloon: 9 }, 9), true).rights
  expect(right).toMatchObject({ right: 'leefloon', after: 'hidden' })
})

test('without a reform there is no change to tell of', () => {
  const report = reportOf(tallyOf({ leefloon: 40 }, 40), false)
  expect(report).toMatchObject({ all: null, neighbourhoods: [], kinds: [] })
  expect(report.rights[0]).toMatchObject({ after: null, change: null, neighbourhoods: [{ name: 'Noord' }] })
})
