import type { IsoDate } from '@meernet/calendar'
import {
  type Check,
  type Compared,
  type Difference,
  differenceBetween,
  type Outcome,
  situationFrom,
  type Told,
} from '@meernet/rights-engine'
import type { Place } from '../rights-check/step.ts'
import type { KeptCheck, KeptOutcomes, Somebody } from './kept-check.ts'
import { somebodies } from './somebody.ts'

/** One side of a comparison. `parameters`: by right, the values of the law it rests on; empty where it was kept. */
export type Side = KeptOutcomes & {
  readonly date: IsoDate
  readonly parameters: Readonly<Record<string, readonly string[]>>
}

/** Two checks held against each other: two dates, two situations, or then and now. */
export type Comparison = {
  readonly before: Side
  readonly after: Side
  readonly differences: readonly Difference[]
  /** Rights that stand as they stood, while a value of the law behind them may have grown old, or is new again. */
  readonly agedOnly: readonly Difference[]
  /** How many rights stand on both sides as they stood. */
  readonly same: number
  /** Everybody of either side. */
  readonly people: readonly Somebody[]
}

/** Works out what would stand at a place and on its day; ages were told on `agesOn`. */
export function sideOn(check: Check, told: Told, agesOn: IsoDate, { date, parameters }: Place): Side {
  const outcomes = check.outcomes({ ...situationFrom(told, date, parameters), agesOn })
  return { ...sideOf(told, outcomes, date), people: somebodies(told, agesOn) }
}

/** What was just worked out, as a side. */
export const sideOf = (told: Told, outcomes: readonly Outcome[], date: IsoDate): Side => ({
  date,
  people: somebodies(told, date),
  outcomes,
  parameters: Object.fromEntries(outcomes.map(({ right, parameters }) => [right, parameters])),
})

/** A check as it was kept. */
export const sideKept = ({ checkedOn, people, outcomes }: KeptCheck): Side => ({
  date: checkedOn,
  people,
  outcomes,
  parameters: {},
})

/** Holds one side against the other. */
export function compare(before: Side, after: Side): Comparison {
  const all = differenceBetween(before.outcomes, after.outcomes)
  const agedOnly = all.filter(isAgedOnly)
  const differences = all.filter((difference) => !isAgedOnly(difference)).toSorted(onBothSidesFirst)
  const shown = new Set([...before.outcomes, ...after.outcomes].filter(isShown).map(keyOf))
  for (const difference of differences) shown.delete(keyOf(difference))
  const people = [...after.people, ...before.people.filter(({ id }) => after.people.every((one) => one.id !== id))]
  return { before, after, differences, agedOnly, same: shown.size, people }
}

/** Who came or left brings many rights along: they come after what changed for who stays. */
const onBothSidesFirst = (a: Difference, b: Difference) => Number(isOneSided(a)) - Number(isOneSided(b))
const isOneSided = ({ before, after }: Difference) => before === null || after === null
const isAgedOnly = ({ changes }: Difference) => changes.every((change) => change === 'age')
const isShown = ({ status }: Compared) => status !== 'not_applicable'
const keyOf = ({ right, subject }: Pick<Compared, 'right' | 'subject'>) => `${right} ${subject}`
