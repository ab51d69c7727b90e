import type { IsoDate } from '@meernet/calendar'

/** What became of a right: a fact that people note, never what a check said of it. */
export const followedStates = ['worthAsking', 'asked', 'granted', 'refused', 'notApplicable', 'doesNotWant'] as const
export type FollowedState = (typeof followedStates)[number]

/** Why a right was refused, as far as it was told. */
export const refusalReasons = ['income', 'conditionNotMet', 'late', 'papersMissing', 'noAnswer', 'other'] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** How often an amount is paid. */
export const amountPeriods = ['month', 'year', 'once'] as const
/** What was obtained, as it is paid. */
export type Obtained = { readonly cents: number; readonly per: (typeof amountPeriods)[number] }

/** How a right stands, with what belongs to that state and nothing else. */
export type Standing =
  | { readonly state: 'worthAsking' | 'doesNotWant' }
  | { readonly state: 'asked'; readonly askedOn: IsoDate }
  | {
      readonly state: 'granted'
      /** Absent for a right that came by itself. */
      readonly askedOn: IsoDate | null
      readonly answeredOn: IsoDate
      /** Absent where it is no money, or not known. */
      readonly obtained: Obtained | null
    }
  | {
      readonly state: 'refused'
      readonly askedOn: IsoDate | null
      readonly answeredOn: IsoDate
      readonly refusalReason: RefusalReason
    }
  | { readonly state: 'notApplicable' }

/** What is noted of a right: where it stands, and why in a few words. */
export type Outcome = { readonly standing: Standing; readonly words: string | null }

export type OutcomeChange =
  | { readonly kind: 'changed'; readonly outcome: Outcome }
  | { readonly kind: 'refused'; readonly reason: OutcomeRefusal }
/**
 * `answeredAlready`: what was answered stays answered; asked again it is a new line · `dayAhead`: a day that has not come ·
 * `answerBeforeAsking` · `whyMissing`: that it does not apply needs a reason.
 */
export type OutcomeRefusal = 'answeredAlready' | 'dayAhead' | 'answerBeforeAsking' | 'whyMissing'

/** Sets how a right stands. An answer may be corrected, also after an appeal, and never be taken for no answer at all. */
export function changeOutcome(now: FollowedState, wanted: Outcome, today: IsoDate): OutcomeChange {
  const { standing, words } = wanted
  if (isAnswered(now) && !isAnswered(standing.state) && standing.state !== 'asked') return refused('answeredAlready')
  const days = daysOf(standing)
  if (days.some((day) => day > today)) return refused('dayAhead')
  if (days.length === 2 && (days[1] ?? '') < (days[0] ?? '')) return refused('answerBeforeAsking')
  if (standing.state === 'notApplicable' && !words) return refused('whyMissing')
  return { kind: 'changed', outcome: wanted }
}

/** Whether something still has to happen: it can be asked, or an answer can come. */
export const isOpen = (state: FollowedState): boolean => state === 'worthAsking' || state === 'asked'

/** Whether whoever decides on the right did. */
export const isAnswered = (state: FollowedState): boolean => state === 'granted' || state === 'refused'

/** What an amount comes to in the first year, in cents. */
export const yearlyCents = ({ cents, per }: Obtained): number => (per === 'month' ? cents * 12 : cents)

/** Day of asking, then of the answer, as far as there are. */
function daysOf(standing: Standing): readonly IsoDate[] {
  const askedOn = 'askedOn' in standing ? standing.askedOn : null
  const answeredOn = 'answeredOn' in standing ? standing.answeredOn : null
  return [askedOn, answeredOn].filter((day) => day !== null)
}

const refused = (reason: OutcomeRefusal): OutcomeChange => ({ kind: 'refused', reason })
