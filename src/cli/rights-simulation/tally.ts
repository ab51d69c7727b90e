import { belgianColumns } from '@meernet/rights-belgium/columns'
import type { Outcomes } from '@meernet/rights-engine/columns'
import type { Batch } from './batch.ts'
import type { KindOfHousehold } from './kind-of-household.ts'
import { addNet, netOf } from './net-change.ts'
import { changeOf, difference, highest, noStanding, type Standing, standingOf } from './standing.ts'

/** How many: rows of the file, which decide on what may be shown, and what they stand for. */
export type Count = { records: number; weighted: number }

/** Money of many households in cents a year, with the largest share of one of them. `unbounded`: of so many nobody knows the most. */
export type Sum = { low: number; high: number; largest: number; unbounded: number }

/** Households by how they stand with a right; they add up to all. */
export const standings = ['likely', 'possible', 'already', 'none'] as const
export type StandingName = (typeof standings)[number]
/** Households by what a reform does for them; they add up to all. */
export const changes = ['gain', 'lose', 'unclear', 'same'] as const
export type ChangeName = (typeof changes)[number]

/** What one right is under one law. */
export type Side = {
  /** People for whom it is likely or possible; for a right of a whole household the household. */
  readonly subjects: { readonly likely: Count; readonly possible: Count }
  readonly likelyMoney: Sum
  readonly possibleMoney: Sum
  isStale: boolean
}

export type RightTally = {
  readonly before: Side
  readonly after: Side
  /** Households by standing before, standing after and change: place (before × 4 + after) × 4 + change. */
  readonly moves: readonly Count[]
  /** What those who gain get more, and those who lose get less, in a year. */
  readonly gained: Sum
  readonly lost: Sum
  readonly byNeighbourhood: Map<string, Record<StandingName, Count>>
}

/** Households of one neighbourhood and one kind: what all rights together do for them. */
export type GroupTally = {
  readonly neighbourhood: string
  readonly kind: KindOfHousehold
  readonly changes: Record<ChangeName, Count>
}

export type Tally = {
  readonly households: Count
  persons: number
  readonly rights: readonly RightTally[]
  readonly groups: Map<string, GroupTally>
}

/** What stands for a household of which the file does not tell the neighbourhood. */
const noNeighbourhood = '(not told)'

/** A tally in which nobody was counted yet. */
export function emptyTally(): Tally {
  return {
    households: noCount(),
    persons: 0,
    rights: belgianColumns.rights.map(() => ({
      before: emptySide(),
      after: emptySide(),
      moves: Array.from({ length: standings.length * standings.length * changes.length }, noCount),
      gained: noSum(),
      lost: noSum(),
      byNeighbourhood: new Map(),
    })),
    groups: new Map(),
  }
}

/** Adds a batch that was worked out under the law as it is (`before`) and, with a reform, under that one (`after`). */
export function addBatch(tally: Tally, batch: Batch, before: Outcomes, after: Outcomes | null): void {
  const net = netOf(batch.population.households)
  const places = placesOf(batch.neighbourhoods)
  for (const [right, own] of tally.rights.entries()) {
    const groups = places.names.map((name) => kept(own.byNeighbourhood, name, () => counts(standings)))
    const [was, is] = [noStanding(), noStanding()]
    for (const [household, weight] of batch.weights.entries()) {
      standingOf(was, batch.population, before, right, household)
      if (after) standingOf(is, batch.population, after, right, household)
      const change = after ? changeOf(was, is) : 0
      const standing = addSide(own.before, was, weight)
      const standingAfter = after ? addSide(own.after, is, weight) : standing
      add(own.moves[(standing * 4 + standingAfter) * 4 + placeOf(change)], weight)
      add(groups[places.of[household] as number]?.[standings[standing] as StandingName], weight)
      if (change === 1)
        addMoney(own.gained, is.likelyLow - was.likelyLow, difference(highest(was), highest(is)), weight)
      if (change === -1) addMoney(own.lost, was.likelyLow - is.likelyLow, difference(highest(is), highest(was)), weight)
      addNet(net, household, was, is, change)
    }
  }
  addGroups(tally, batch, places, net)
}

function addGroups(
  tally: Tally,
  { population, weights, kinds }: Batch,
  places: Places,
  net: ReturnType<typeof netOf>,
): void {
  tally.persons += population.persons
  for (const [household, weight] of weights.entries()) {
    const neighbourhood = places.names[places.of[household] as number] ?? noNeighbourhood
    const kind = kinds[household] ?? 'other or not known'
    const group = kept(tally.groups, JSON.stringify([neighbourhood, kind]), () => emptyGroup(neighbourhood, kind))
    add(tally.households, weight)
    add(group.changes[changes[placeOf(net.change(household))] as ChangeName], weight)
  }
}

/** The neighbourhoods of a batch, each once, and for every household its place among them: looking a name up costs time. */
type Places = { readonly names: readonly string[]; readonly of: Int32Array }

function placesOf(neighbourhoods: Batch['neighbourhoods']): Places {
  const names = [...new Set(neighbourhoods.map((name) => name ?? noNeighbourhood))]
  const places = new Map(names.map((name, place) => [name, place]))
  return { names, of: Int32Array.from(neighbourhoods, (name) => places.get(name ?? noNeighbourhood) ?? 0) }
}

/** Adds how a household stands to one side; gives its place among the standings. */
function addSide(side: Side, standing: Standing, weight: number): number {
  const { likely, possible, already } = standing
  if (standing.isStale) side.isStale = true
  if (likely > 0) {
    add(side.subjects.likely, weight * likely, likely)
    addMoney(side.likelyMoney, standing.likelyLow, standing.likelyHigh, weight)
  }
  if (possible > 0) {
    add(side.subjects.possible, weight * possible, possible)
    addMoney(side.possibleMoney, 0, standing.possibleHigh, weight)
  }
  return likely > 0 ? 0 : possible > 0 ? 1 : already > 0 ? 2 : 3
}

/** The place of a change among `changes`. */
const placeOf = (change: 1 | -1 | 0 | null) => (change === 1 ? 0 : change === -1 ? 1 : change === null ? 2 : 3)

function addMoney(sum: Sum, one: number, other: number, weight: number): void {
  const [low, high] = one <= other ? [one, other] : [other, one]
  sum.low += low * weight
  if (Number.isFinite(high)) sum.high += high * weight
  else sum.unbounded += 1
  sum.largest = Math.max(sum.largest, (Number.isFinite(high) ? high : low) * weight)
}

function add(count: Count | undefined, weighted: number, records = 1): void {
  if (!count) return
  count.records += records
  count.weighted += weighted
}

function kept<Key, Value>(map: Map<Key, Value>, key: Key, empty: () => Value): Value {
  const known = map.get(key)
  if (known) return known
  const value = empty()
  map.set(key, value)
  return value
}

const noCount = (): Count => ({ records: 0, weighted: 0 })
const noSum = (): Sum => ({ low: 0, high: 0, largest: 0, unbounded: 0 })

function counts<Name extends string>(names: readonly Name[]): Record<Name, Count> {
  return Object.fromEntries(names.map((name) => [name, noCount()])) as Record<Name, Count>
}

function emptyGroup(neighbourhood: string, kind: KindOfHousehold): GroupTally {
  return { neighbourhood, kind, changes: counts(changes) }
}

const emptySide = (): Side => ({
  subjects: { likely: noCount(), possible: noCount() },
  likelyMoney: noSum(),
  possibleMoney: noSum(),
  isStale: false,
})
