import type { CaseState } from './case.ts'
import { isSettled, type RightsCheckState } from './rights-check.ts'

/** Why a case ends. "Informed" is not among them: telling somebody where to go is no result. */
export const closingOutcomes = [
  'resultReached',
  'personStopped',
  'unreachable',
  'moved',
  'deceased',
  'takenOver',
] as const
export type ClosingOutcome = (typeof closingOutcomes)[number]

/** What came of help in a life domain. */
export const reachedResults = ['right', 'professionalHelp', 'neighbourHelp', 'solvedOtherwise', 'nothingYet'] as const
export type ReachedResult = (typeof reachedResults)[number]

/** What a closing looks at. */
export type ClosingGround = {
  readonly state: CaseState
  readonly rightsCheck: RightsCheckState
  /** Newest result of each life domain that has one. */
  readonly results: readonly ReachedResult[]
  /** Handovers that were begun and have not arrived, been refused, missed or withdrawn. */
  readonly handoversUnderWay: number
  /** Rights found worth asking for of which nobody said yet what happens with them. */
  readonly rightsNotAsked: number
}

export type ClosingCheck = { readonly kind: 'allowed' } | { readonly kind: 'refused'; readonly reason: ClosingRefusal }
/**
 * `coldFirst`: only neighbours helped and the rights check is not settled · `onlyInformed`: a result is claimed and none is
 * noted · `noResultCheck`: results were not looked at with the person · `rightsNotAsked`: the person is still there to say of each
 * right whether to ask it; that they do not want it is an answer.
 */
export type ClosingRefusal =
  | 'alreadyClosed'
  | 'rightsCheckNotOffered'
  | 'coldFirst'
  | 'onlyInformed'
  | 'noResultCheck'
  | 'handoverUnderWay'
  | 'rightsNotAsked'

/** Whether a case may close with `outcome`. Cold first: rights and services before, and never instead of, neighbours. */
export function mayClose(ground: ClosingGround, outcome: ClosingOutcome): ClosingCheck {
  if (ground.state === 'closed') return refused('alreadyClosed')
  if (ground.rightsCheck === 'notOffered') return refused('rightsCheckNotOffered')
  if (ground.handoversUnderWay > 0) return refused('handoverUnderWay')
  if (isOnlyWarm(ground.results) && !isSettled(ground.rightsCheck)) return refused('coldFirst')
  if (ground.rightsNotAsked > 0 && canStillBeAsked(outcome)) return refused('rightsNotAsked')
  if (outcome !== 'resultReached') return { kind: 'allowed' }
  if (ground.state !== 'resultCheck') return refused('noResultCheck')
  return ground.results.some((result) => result !== 'nothingYet') ? { kind: 'allowed' } : refused('onlyInformed')
}

const canStillBeAsked = (outcome: ClosingOutcome) => outcome === 'resultReached' || outcome === 'personStopped'

const isOnlyWarm = (results: readonly ReachedResult[]) =>
  results.includes('neighbourHelp') && !results.includes('right') && !results.includes('professionalHelp')

const refused = (reason: ClosingRefusal): ClosingCheck => ({ kind: 'refused', reason })
