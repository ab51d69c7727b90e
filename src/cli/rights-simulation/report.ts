import { belgium } from '@meernet/rights-belgium'
import { belgianColumns } from '@meernet/rights-belgium/columns'
import { isFew, protectedCounts, type Shown } from './disclosure.ts'
import { kindsOfHousehold } from './kind-of-household.ts'
import { type ShownMoney, shownMean, shownMoney } from './money.ts'
import { timesAYear } from './standing.ts'
import {
  type ChangeName,
  type Count,
  changes,
  type RightTally,
  type Side,
  type StandingName,
  type Sum,
  standings,
  type Tally,
} from './tally.ts'

/** What is shown of standings and changes. NOTE the rest of all households is left out: with it a hidden number would follow. */
const shownStandings = ['likely', 'possible', 'already'] as const
const shownChanges = ['gain', 'lose', 'unclear'] as const
export type Standings = Readonly<Record<(typeof shownStandings)[number], Shown>>
export type Changes = Readonly<Record<(typeof shownChanges)[number], Shown>>

/** How a right stands under one law: households, people, and the amounts in a year. `null`: the right has no amount in a year. */
export type ShownSide = {
  readonly households: Standings
  readonly subjects: { readonly likely: Shown; readonly possible: Shown }
  readonly likelyAmount: ShownMoney | 'hidden' | null
  readonly possibleAmount: ShownMoney | 'hidden' | null
  readonly stale: boolean
}

/** What a reform does to one right. Means are for a household, in a year. */
export type ShownChange = {
  readonly households: Changes
  readonly meanGain: ShownMoney | 'hidden' | null
  readonly meanLoss: ShownMoney | 'hidden' | null
}

export type ShownRight = {
  readonly right: string
  readonly name: string
  readonly before: ShownSide
  /** Under the reform; `hidden` where it would tell of the few for whom something changes. Null without a reform. */
  readonly after: ShownSide | 'hidden' | null
  readonly change: ShownChange | null
  /** Without a reform: households by standing, neighbourhood by neighbourhood. */
  readonly neighbourhoods: readonly ({ readonly name: string } & Standings)[]
}

/** Households of one neighbourhood or kind, and what a reform does for them, all rights together. */
export type ShownGroup = { readonly name: string; readonly households: Shown; readonly changes: Changes }

/** What may be told of a simulation: no number of 1 to 9 households, nor one from which such a number could be worked out (P13). */
export type Report = {
  readonly households: number
  readonly weighted: number
  readonly persons: number
  readonly rights: readonly ShownRight[]
  /** With a reform only. */
  readonly all: ShownGroup | null
  readonly neighbourhoods: readonly ShownGroup[]
  readonly kinds: readonly ShownGroup[]
}

/** Makes of what was counted what may be shown; `withReform` says that there are two laws in it. */
export function reportOf(tally: Tally, withReform: boolean): Report {
  const { households, persons } = tally
  const groups = withReform ? shownGroups(tally) : null
  const all = groups && { shown: groups.all.changes, records: changesOf(tally) }
  return {
    households: households.records,
    weighted: Math.round(households.weighted),
    persons,
    rights: tally.rights.flatMap((own, number) => (isOpen(own) ? [shownRight(own, number, all)] : [])),
    all: groups?.all ?? null,
    neighbourhoods: groups?.neighbourhoods ?? [],
    kinds: groups?.kinds ?? [],
  }
}

/** Whether anybody may ask for it, under one law or the other. */
function isOpen({ before, after }: RightTally): boolean {
  return [before, after].some(({ subjects }) => subjects.likely.records + subjects.possible.records > 0)
}

/** For whom all rights together change: as it is shown, and in rows of the file. */
type AllRights = { readonly shown: Changes; readonly records: Readonly<Record<keyof Changes, number>> }

function shownRight(own: RightTally, number: number, all: AllRights | null): ShownRight {
  const shown = protectedCounts(['neighbourhood', 'standing'], standingCells(own), [
    { standing: [...shownStandings], ...(all ? {} : { neighbourhood: 'all' }) },
  ])
  const hasAmount = timesAYear(number) !== null
  const before = record(shownStandings, (standing) => shown({ standing }))
  const change = all && shownChange(own, all, hasAmount)
  const id = belgianColumns.rights[number]?.id ?? ''
  return {
    right: id,
    name: belgium.rights[id]?.name.en ?? id,
    before: shownSide(own.before, before, hasAmount),
    after: change && shownAfter(own, change, hasAmount),
    change,
    neighbourhoods: all
      ? []
      : [...own.byNeighbourhood.keys()]
          .sort(byName)
          .map((name) => ({ name, ...record(shownStandings, (standing) => shown({ neighbourhood: name, standing })) })),
  }
}

const standingCells = ({ byNeighbourhood }: RightTally) =>
  [...byNeighbourhood].flatMap(([name, counts]) =>
    standings.map((standing) => ({ at: [name, standing], count: counts[standing] })),
  )

/**
 * Gains and losses of one right. Where all rights together hide a number, or differ from it by few, it is hidden too: one would tell
 * of the other.
 */
function shownChange(own: RightTally, all: AllRights, hasAmount: boolean): ShownChange {
  const households = record(shownChanges, (name): Shown => {
    const { records, weighted } = movesOf(own, (_before, _after, change) => change === name)
    const isTold = isFew(all.records[name] - records) || all.shown[name] === 'hidden'
    const isHidden = isFew(records) || (records > 0 && isTold)
    return isHidden ? 'hidden' : Math.round(weighted)
  })
  const mean = (sum: Sum, shown: Shown) =>
    !hasAmount || shown === 0 ? null : shown === 'hidden' ? 'hidden' : shownMean(shownMoney(sum), shown)
  return { households, meanGain: mean(own.gained, households.gain), meanLoss: mean(own.lost, households.lose) }
}

/** The side of the reform: nothing of it beside a hidden change, and no number that differs by few from the one before. */
function shownAfter(own: RightTally, { households }: ShownChange, hasAmount: boolean): ShownSide | 'hidden' {
  if (Object.values(households).includes('hidden')) return 'hidden'
  const counts = record(shownStandings, (name): Shown => {
    const was = movesOf(own, (before) => before === name)
    const { records, weighted } = movesOf(own, (_before, after) => after === name)
    return isFew(records) || isFew(Math.abs(records - was.records)) ? 'hidden' : Math.round(weighted)
  })
  return shownSide(own.after, counts, hasAmount, own.before)
}

function movesOf(
  { moves }: RightTally,
  isMeant: (before: StandingName, after: StandingName, change: ChangeName) => boolean,
): Count {
  const sum = { records: 0, weighted: 0 }
  for (const [place, { records, weighted }] of moves.entries()) {
    const [before, after] = [standings[place >> 4] as StandingName, standings[(place >> 2) & 3] as StandingName]
    if (!isMeant(before, after, changes[place & 3] as ChangeName)) continue
    sum.records += records
    sum.weighted += weighted
  }
  return sum
}

function shownSide(side: Side, households: Standings, hasAmount: boolean, other?: Side): ShownSide {
  const money = (sum: Sum, shown: Shown) => (!hasAmount ? null : shown === 'hidden' ? 'hidden' : shownMoney(sum))
  return {
    households,
    subjects: {
      likely: shownSubjects(side.subjects.likely, households.likely, other?.subjects.likely),
      possible: shownSubjects(side.subjects.possible, households.possible, other?.subjects.possible),
    },
    likelyAmount: money(side.likelyMoney, households.likely),
    possibleAmount: money(side.possibleMoney, households.possible),
    stale: side.isStale,
  }
}

/** People of households that are shown, unless the number differs by so few from that under the other law that these stand out. */
function shownSubjects({ records, weighted }: Count, households: Shown, other?: Count): Shown {
  const further = other ? Math.abs(records - other.records) : 0
  return households === 'hidden' || isFew(records) || isFew(further) ? 'hidden' : Math.round(weighted)
}

function changesOf({ groups }: Tally): AllRights['records'] {
  return record(shownChanges, (name) =>
    [...groups.values()].reduce((sum, { changes: counts }) => sum + counts[name].records, 0),
  )
}

function shownGroups({ groups }: Tally) {
  const all = [...groups.values()]
  const cells = (names: readonly ChangeName[]) =>
    all.flatMap(({ neighbourhood, kind, changes: counts }) =>
      names.map((name) => ({ at: [neighbourhood, kind, name], count: counts[name] })),
    )
  const dimensions = ['neighbourhood', 'kind', 'change']
  const change = [...shownChanges]
  const changed = protectedCounts(dimensions, cells(shownChanges), [
    { neighbourhood: 'all', change },
    { kind: 'all', change },
  ])
  const counted = protectedCounts(dimensions, cells(changes), [{ neighbourhood: 'all' }, { kind: 'all' }])
  const group = (name: string, at: Readonly<Record<string, string>>): ShownGroup => ({
    name,
    households: counted(at),
    changes: record(shownChanges, (one) => changed({ ...at, change: one })),
  })
  const neighbourhoods = [...new Set(all.map(({ neighbourhood }) => neighbourhood))].sort(byName)
  const kinds = kindsOfHousehold.filter((kind) => all.some((one) => one.kind === kind))
  return {
    all: group('all', {}),
    neighbourhoods: neighbourhoods.map((name) => group(name, { neighbourhood: name })),
    kinds: kinds.map((name) => group(name, { kind: name })),
  }
}

const byName = (one: string, other: string) => one.localeCompare(other, 'nl', { numeric: true })

function record<Name extends string, Value>(names: readonly Name[], of: (name: Name) => Value): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Value>
}
