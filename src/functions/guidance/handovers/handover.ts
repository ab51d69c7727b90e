import { addDays, addMonths, addWorkingDays, daysBetween, type IsoDate } from '@meernet/calendar'

/** A handover is not complete when a mail left, but when the person arrived and it did something. */
export const handoverStates = [
  'proposed',
  'agreed',
  'introduced',
  'accepted',
  'refused',
  'arrived',
  'noShow',
  'outcome',
  'withdrawn',
] as const
export type HandoverState = (typeof handoverStates)[number]

/** How sender, receiver and person met. */
export const introductions = ['together', 'phone'] as const
export type Introduction = (typeof introductions)[number]
/** Why a receiver cannot help. */
export const refusalReasons = ['notOurTask', 'notEligible', 'full', 'outOfArea', 'other'] as const
export type RefusalReason = (typeof refusalReasons)[number]
/** What came of the help that somebody arrived at. */
export const handoverOutcomes = ['helpStarted', 'rightGranted', 'stoppedByPerson', 'noHelp'] as const
export type HandoverOutcome = (typeof handoverOutcomes)[number]

/** What the receiver may read: chosen words, never the case. */
export type Shared = {
  readonly personName: string
  readonly reachBy: string
  readonly language: string
  readonly needsInterpreter: boolean
  /** What it is about, in facts or the person's words. */
  readonly text: string
}

/** A warm handover, as its sender sees it; a receiver gets less (`received`). */
export type Handover = {
  readonly id: string
  readonly zoneId: string
  readonly receiverZoneId: string | null
  readonly caseId: string
  readonly personId: string
  readonly serviceId: string | null
  readonly organisationName: string
  readonly receiverContact: string | null
  readonly receiverEmail: string | null
  readonly state: HandoverState
  readonly shared: Shared
  /** To whom it returns when it does not go through. */
  readonly returnsTo: string
  readonly agreementId: string | null
  readonly introduced: { readonly how: Introduction; readonly on: IsoDate } | null
  readonly answeredAt: Date | null
  readonly answeredBy: string | null
  readonly refusal: { readonly reason: RefusalReason; readonly words: string | null } | null
  readonly waitingWeeks: number | null
  readonly arrivalDueOn: IsoDate | null
  readonly arrivedOn: IsoDate | null
  readonly bridgingSince: IsoDate | null
  readonly bridgingUntil: IsoDate | null
  readonly outcome: { readonly outcome: HandoverOutcome; readonly words: string | null } | null
  /** The case the receiver opened in its own zone, when it did. */
  readonly receiverCaseId: string | null
  readonly proposedBy: string
  readonly proposedAt: Date
  readonly version: number
}
/** What can happen to a handover. */
export const handoverActs = [
  'agree',
  'introduce',
  'accept',
  'refuse',
  'arrive',
  'miss',
  'conclude',
  'withdraw',
] as const
export type HandoverAct = (typeof handoverActs)[number]
export type HandoverMove =
  | { readonly kind: 'moved'; readonly state: HandoverState }
  | { readonly kind: 'refused'; readonly reason: 'notNow' }

const moves: Readonly<Record<HandoverAct, { readonly from: readonly HandoverState[]; readonly to: HandoverState }>> = {
  agree: { from: ['proposed'], to: 'agreed' },
  introduce: { from: ['agreed'], to: 'introduced' },
  // Accepted only after an introduction: that is what makes it warm.
  accept: { from: ['introduced'], to: 'accepted' },
  refuse: { from: ['agreed', 'introduced'], to: 'refused' },
  arrive: { from: ['accepted'], to: 'arrived' },
  miss: { from: ['accepted'], to: 'noShow' },
  conclude: { from: ['arrived', 'outcome'], to: 'outcome' },
  // Once accepted, the receiver works in its own right; what was told cannot be untold by us.
  withdraw: { from: ['proposed', 'agreed', 'introduced'], to: 'withdrawn' },
}

/** The state after `act`, or that it cannot happen now. */
export function moveHandover(state: HandoverState, act: HandoverAct): HandoverMove {
  const { from, to } = moves[act]
  return from.includes(state) ? { kind: 'moved', state: to } : { kind: 'refused', reason: 'notNow' }
}

/** Acts that can happen in `state`. */
export const possibleActs = (state: HandoverState): readonly HandoverAct[] =>
  handoverActs.filter((act) => moves[act].from.includes(state))

/** Begun, and neither arrived nor returned: somebody still waits. */
export const isUnderWay = (state: HandoverState): boolean =>
  ['proposed', 'agreed', 'introduced', 'accepted'].includes(state)

/** By when somebody asks whether the person really started: ten Belgian working days after the receiver said yes. */
export const arrivalDueOn = (acceptedOn: IsoDate): IsoDate => addWorkingDays(acceptedOn, 10)

/** By when somebody looks why a handover has no answer: as long after its last step as an arrival may take. */
export const answerExpectedOn = (lastStepOn: IsoDate): IsoDate => addWorkingDays(lastStepOn, 10)

/** When results are looked at: six weeks and six months after arrival; in a shorter month, its last day. */
export function resultsDueOn(arrivedOn: IsoDate): { readonly sixWeeks: IsoDate; readonly sixMonths: IsoDate } {
  return { sixWeeks: addDays(arrivedOn, 42), sixMonths: addMonths(arrivedOn, 6) }
}

/** How long something else keeps the person going, in days: until it ended, or until `today`. Undefined when nothing does. */
export function bridgingDays(since: IsoDate | null, until: IsoDate | null, today: IsoDate): number | undefined {
  return since === null ? undefined : Math.max(0, daysBetween(since, until ?? today))
}
