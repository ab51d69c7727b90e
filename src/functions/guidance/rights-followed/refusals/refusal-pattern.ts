import { addMonths, type IsoDate } from '@meernet/calendar'
import type { RefusalReason } from '../followed-right.ts'

/** A right that somebody did not get: refused, or never answered. Without words, and for counting only. */
export type Setback = {
  readonly rightId: string
  /** Tells people apart; never shown. */
  readonly personId: string
  /** The day of the refusal, or from when on no answer counts as one. */
  readonly on: IsoDate
  readonly reason: RefusalReason
}

/** The same right refused or unanswered again and again. */
export type RefusalPattern = {
  readonly rightId: string
  /** Different people. */
  readonly people: number
  /** Named when enough different people share it. */
  readonly reason: RefusalReason | null
}

/** From how many different people on it is a pattern (chapter 6 of the domain guide). */
export const leastPeople = 3

const monthsLookedBack = 12

/**
 * Rights that at least three different people did not get in the year before `today`. What was told before counts no more:
 * `toldOn` has the last day for each right, and only what came after it makes a new pattern.
 */
export function refusalPatterns(
  setbacks: readonly Setback[],
  toldOn: ReadonlyMap<string, IsoDate>,
  today: IsoDate,
): readonly RefusalPattern[] {
  const yearAgo = addMonths(today, -monthsLookedBack)
  const counted = setbacks.filter(({ rightId, on }) => on <= today && on > yearAgo && on > (toldOn.get(rightId) ?? ''))
  return [...Map.groupBy(counted, ({ rightId }) => rightId)]
    .map(([rightId, ofRight]) => ({ rightId, people: peopleIn(ofRight), reason: sharedReason(ofRight) }))
    .filter(({ people }) => people >= leastPeople)
}

/** The reason that most people share, when enough do; the first of the list where two are equal. */
function sharedReason(setbacks: readonly Setback[]): RefusalReason | null {
  const byReason = [...Map.groupBy(setbacks, ({ reason }) => reason)].map(([reason, of]) => ({
    reason,
    people: peopleIn(of),
  }))
  const [most] = byReason.toSorted((one, other) => other.people - one.people)
  return most && most.people >= leastPeople ? most.reason : null
}

const peopleIn = (setbacks: readonly Setback[]): number => new Set(setbacks.map(({ personId }) => personId)).size
