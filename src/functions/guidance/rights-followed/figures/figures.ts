import { ownAmounts, protectTable, type Rule, sensitiveCounts, shownAt, type Table } from '@meernet/statistics'

/** How far a right came: found worth asking, asked, granted, refused. */
export const stages = ['found', 'asked', 'granted', 'refused'] as const
export type Stage = (typeof stages)[number]
export type ByStage<Value> = Readonly<Record<Stage, Value>>

/** What the program counts in one year; seen by nobody as it is. */
export type RightsCounted = {
  /** People with whom a check was offered, and done. */
  readonly checks: { readonly offered: number; readonly done: number }
  /** Different people with any right at that stage. */
  readonly people: ByStage<number>
  /** Different people per right. */
  readonly perRight: readonly { readonly rightId: string; readonly people: ByStage<number> }[]
  readonly obtained: readonly Obtained[]
}

/** What somebody obtained, at its value in a year, in cents. */
export type Obtained = { readonly rightId: string; readonly personId: string; readonly yearlyCents: number }

/** A number that points at nobody: none at all, hidden, or at least so many. */
export type ShownNumber =
  | { readonly kind: 'none' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'atLeast'; readonly value: number }

/** One right in figures that may be shown. */
export type ShownRight = {
  readonly rightId: string
  readonly stages: ByStage<ShownNumber>
  /** Cents a year. */
  readonly obtained: ShownNumber
}
/** What came of rights in a year, as far as it may be shown. */
export type RightsFigures = {
  readonly checks: { readonly offered: ShownNumber; readonly done: ShownNumber }
  /** Rights over all people: somebody's two rights are two. */
  readonly total: ByStage<ShownNumber>
  /** Cents a year. */
  readonly obtained: ShownNumber
  readonly perRight: readonly ShownRight[]
  /** Whether rights about fewer people were left out. */
  readonly hasOthers: boolean
}

/** Rights tell of income and health: nothing is shown about fewer people (P13). */
const leastPeople = sensitiveCounts.hideBelow
/** Numbers that are shown are bands of five. */
const band = 5
const leastStepCents = 100_000

/**
 * Figures as they may be shown (P13, decision 0232): hidden under ten people, and as many others with them as it takes that nothing
 * hidden follows from the rest; what is left in bands of five, and money down to a step no smaller than the most that one person
 * obtained, so that two days beside each other tell of nobody either. A right of which nothing can be shown is not named.
 */
export function shownFigures({ checks, people, perRight, obtained }: RightsCounted): RightsFigures {
  const ids = perRight.map(({ rightId }) => rightId)
  const counts = byStage((stage) => shownCounts(perRight.map((right) => ({ ...right, count: right.people[stage] }))))
  const sums = shownSums(ids, obtained)
  const rights = perRight
    .map(({ rightId }) => ({ rightId, stages: byStage((stage) => counts[stage](rightId)), obtained: sums(rightId) }))
    .filter((right) => stages.some((stage) => right.stages[stage].kind === 'atLeast'))
  return {
    checks: { offered: bandOf(checks.offered), done: bandOf(checks.done) },
    total: byStage((stage) => hiddenUnder(people[stage], counts[stage](all))),
    obtained: hiddenUnder(perPerson(obtained).length, sums(all)),
    perRight: rights.toSorted((one, other) => foundIn(other) - foundIn(one)),
    hasOthers: rights.length < perRight.length,
  }
}

/** Stands for all rights together; no right has such an id. */
const all = 'all rights'

type ShownAt = (rightId: string) => ShownNumber

function shownCounts(rights: readonly { readonly rightId: string; readonly count: number }[]): ShownAt {
  const table = protectedTable(
    rights.map(({ rightId }) => rightId),
    rights.map(({ rightId, count }) => ({ at: [rightId], value: count })),
    sensitiveCounts,
  )
  return (rightId) => (table(rightId) === 'hidden' ? { kind: 'hidden' } : bandOf(Number(table(rightId))))
}

function shownSums(ids: readonly string[], obtained: readonly Obtained[]): ShownAt {
  const perRight = Map.groupBy(obtained, ({ rightId }) => rightId)
  const table = protectedTable(
    ids,
    [...perRight].map(([rightId, of]) => ({ at: [rightId], value: sumOf(of), ...contributions(of) })),
    ownAmounts,
  )
  return (rightId) => {
    const of = rightId === all ? obtained : (perRight.get(rightId) ?? [])
    return table(rightId) === 'hidden' ? { kind: 'hidden' } : roundedSum(of)
  }
}

/** What a table of rights with their total lets readers see, by right. */
function protectedTable(ids: readonly string[], cells: Table['cells'], rule: Rule) {
  if (ids.length === 0) return () => 0
  const categories = [{ id: all }, ...ids.map((id) => ({ id, within: [all] }))]
  const table = protectTable({ dimensions: [{ id: 'right', categories }], cells }, rule)
  return (rightId: string) => shownAt(table, [rightId])
}

function bandOf(count: number): ShownNumber {
  if (count === 0) return { kind: 'none' }
  return count < leastPeople ? { kind: 'hidden' } : { kind: 'atLeast', value: Math.floor(count / band) * band }
}

const hiddenUnder = (people: number, shown: ShownNumber): ShownNumber =>
  shown.kind === 'atLeast' && people < leastPeople ? { kind: 'hidden' } : shown

/** Down to a step that hides what any one of them obtained; hidden when that leaves nothing. */
function roundedSum(obtained: readonly Obtained[]): ShownNumber {
  if (obtained.length === 0) return { kind: 'none' }
  const step = stepFrom(Math.max(...perPerson(obtained)))
  const value = Math.floor(sumOf(obtained) / step) * step
  return value === 0 ? { kind: 'hidden' } : { kind: 'atLeast', value }
}

/** The first of 1,000, 2,000, 5,000, 10,000, … euro that is no smaller than `cents`. */
function stepFrom(cents: number): number {
  for (let step = leastStepCents; ; step *= 10)
    for (const times of [1, 2, 5]) if (step * times >= cents) return step * times
}

/** From how many people, and the two largest parts among them. */
function contributions(obtained: readonly Obtained[]) {
  const parts = perPerson(obtained).toSorted((one, other) => other - one)
  return { people: parts.length, largest: [parts[0] ?? 0, parts[1] ?? 0] as const }
}

const perPerson = (obtained: readonly Obtained[]): readonly number[] =>
  [...Map.groupBy(obtained, ({ personId }) => personId).values()].map(sumOf)

const sumOf = (obtained: readonly Obtained[]) => obtained.reduce((sum, { yearlyCents }) => sum + yearlyCents, 0)

const foundIn = ({ stages: { found } }: ShownRight) => (found.kind === 'atLeast' ? found.value : 0)

const byStage = <Value>(of: (stage: Stage) => Value): ByStage<Value> => ({
  found: of('found'),
  asked: of('asked'),
  granted: of('granted'),
  refused: of('refused'),
})
