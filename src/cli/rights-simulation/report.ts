import { belgium } from '@meernet/rights-belgium'
import { belgianColumns } from '@meernet/rights-belgium/columns'
import { protectedCounts, type Shown } from './disclosure.ts'
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

/** How a right stands under one law: households, people, and the amounts in a year. `null`: the right has no amount in a year. */
export type ShownSide = {
  readonly households: Readonly<Record<StandingName, Shown>>
  readonly subjects: { readonly likely: Shown; readonly possible: Shown }
  readonly likelyAmount: ShownMoney | 'hidden' | null
  readonly possibleAmount: ShownMoney | 'hidden' | null
  readonly stale: boolean
}

/** What a reform does to one right. Means are for a household, in a year. */
export type ShownChange = {
  readonly households: Readonly<Record<ChangeName, Shown>>
  readonly meanGain: ShownMoney | 'hidden' | null
  readonly meanLoss: ShownMoney | 'hidden' | null
}

export type ShownRight = {
  readonly right: string
  readonly name: string
  readonly before: ShownSide
  readonly after: ShownSide | null
  readonly change: ShownChange | null
  /** Without a reform: households by standing, neighbourhood by neighbourhood. */
  readonly neighbourhoods: readonly ({ readonly name: string } & Readonly<Record<StandingName, Shown>>)[]
}

/** Households of one neighbourhood or kind, by what a reform does for them or, without one, by how they stand. */
export type ShownGroup = {
  readonly name: string
  readonly households: Shown
  readonly counts: Readonly<Record<string, Shown>>
}

/** What may be told of a simulation: no count of 1 to 9 households, nor one that such a count could be worked out from (P13). */
export type Report = {
  readonly households: number
  readonly weighted: number
  readonly persons: number
  readonly rights: readonly ShownRight[]
  readonly all: ShownGroup
  readonly neighbourhoods: readonly ShownGroup[]
  readonly kinds: readonly ShownGroup[]
}

/** Makes of what was counted what may be shown; `withReform` says that there are two laws in it. */
export function reportOf(tally: Tally, withReform: boolean): Report {
  const rights = tally.rights.flatMap((own, number) => (isOpen(own) ? [shownRight(own, number, withReform)] : []))
  return {
    households: tally.households.records,
    weighted: Math.round(tally.households.weighted),
    persons: tally.persons,
    rights,
    ...shownGroups(tally, withReform),
  }
}

/** Whether anybody may ask for it, under one law or the other. */
function isOpen({ before, after }: RightTally): boolean {
  return [before, after].some(({ subjects }) => subjects.likely.records + subjects.possible.records > 0)
}

function shownRight(own: RightTally, number: number, withReform: boolean): ShownRight {
  const id = belgianColumns.rights[number]?.id ?? ''
  const moves = protectedCounts(
    ['before', 'after', 'change'],
    own.moves.map((count, place) => ({
      at: [
        standings[place >> 4] as StandingName,
        standings[(place >> 2) & 3] as StandingName,
        changes[place & 3] as ChangeName,
      ],
      count,
    })),
    withReform ? [['before'], ['after'], ['change']] : [['before']],
  )
  const households = (side: 'before' | 'after') => record(standings, (name) => moves({ [side]: name }))
  const hasAmount = timesAYear(number) !== null
  return {
    right: id,
    name: belgium.rights[id]?.name.en ?? id,
    before: shownSide(own.before, households('before'), hasAmount),
    after: withReform ? shownSide(own.after, households('after'), hasAmount, own.before) : null,
    change: withReform
      ? shownChange(
          own,
          record(changes, (name) => moves({ change: name })),
          hasAmount,
        )
      : null,
    neighbourhoods: withReform ? [] : shownNeighbourhoods(own),
  }
}

function shownSide(side: Side, households: ShownSide['households'], hasAmount: boolean, other?: Side): ShownSide {
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

const isFew = (records: number) => records > 0 && records < 10

function shownChange(
  { gained, lost }: RightTally,
  households: ShownChange['households'],
  hasAmount: boolean,
): ShownChange {
  const mean = (sum: Sum, shown: Shown) =>
    !hasAmount || shown === 0 ? null : shown === 'hidden' ? 'hidden' : shownMean(shownMoney(sum), shown)
  return { households, meanGain: mean(gained, households.gain), meanLoss: mean(lost, households.lose) }
}

function shownNeighbourhoods({ byNeighbourhood }: RightTally): ShownRight['neighbourhoods'] {
  const names = [...byNeighbourhood.keys()].sort(byName)
  const shown = protectedCounts(
    ['neighbourhood', 'standing'],
    names.flatMap((name) =>
      standings.map((standing) => ({ at: [name, standing], count: byNeighbourhood.get(name)?.[standing] ?? none })),
    ),
    [['neighbourhood', 'standing']],
  )
  return names.map((name) => ({ name, ...record(standings, (standing) => shown({ neighbourhood: name, standing })) }))
}

function shownGroups({ groups }: Tally, withReform: boolean): Pick<Report, 'all' | 'neighbourhoods' | 'kinds'> {
  const all = [...groups.values()]
  const outcomes = withReform ? changes : standings.filter((name) => name !== 'already')
  const shown = protectedCounts(
    ['neighbourhood', 'kind', 'outcome'],
    all.flatMap((group) =>
      outcomes.map((name) => ({
        at: [group.neighbourhood, group.kind, name],
        count: (withReform ? group.changes[name as ChangeName] : group.standings[name as StandingName]) ?? none,
      })),
    ),
    [
      ['neighbourhood', 'outcome'],
      ['kind', 'outcome'],
    ],
  )
  const group = (name: string, at: Readonly<Record<string, string>>): ShownGroup => ({
    name,
    households: shown(at),
    counts: record(outcomes, (outcome) => shown({ ...at, outcome })),
  })
  const neighbourhoods = [...new Set(all.map(({ neighbourhood }) => neighbourhood))].sort(byName)
  const kinds = kindsOfHousehold.filter((kind) => all.some((one) => one.kind === kind))
  return {
    all: group('all', {}),
    neighbourhoods: neighbourhoods.map((name) => group(name, { neighbourhood: name })),
    kinds: kinds.map((name) => group(name, { kind: name })),
  }
}

const none: Count = { records: 0, weighted: 0 }
const byName = (one: string, other: string) => one.localeCompare(other, 'nl', { numeric: true })

function record<Name extends string, Value>(names: readonly Name[], of: (name: Name) => Value): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Value>
}
