import type { CardUrgency } from '../cards/card-input.ts'

/** Where a signal stands: `received → acknowledged → triaged → contacted → agreed | declined → closed`, or `→ case`. */
export const signalStates = [
  'received',
  'acknowledged',
  'triaged',
  'contacted',
  'agreed',
  'declined',
  'closed',
  'case',
] as const
export type SignalState = (typeof signalStates)[number]

/** States in which something is still promised. */
export const openStates = [
  'received',
  'acknowledged',
  'triaged',
  'contacted',
  'agreed',
] as const satisfies SignalState[]

/** `alarm`: the same day, by phone first. `ordinary`: contact within 14 days. `policyOnly`: there is no person to reach. */
export const triages = ['alarm', 'ordinary', 'informationOnly', 'policyOnly'] as const
export type Triage = (typeof triages)[number]

/** Why a signal was closed without a case. */
export const closingReasons = ['helped', 'informed', 'notReached', 'withdrawn', 'noPerson', 'mistake'] as const
/** `safetyConcern` is set only when the signal leaves for the restricted record. */
export type ClosingReason = (typeof closingReasons)[number] | 'safetyConcern'

/** How somebody tried to reach the person. */
export const contactWays = ['phone', 'visit', 'email', 'letter'] as const
export type ContactWay = (typeof contactWays)[number]

/** What the rules need to know of a signal. */
export type SignalAt = {
  readonly state: SignalState
  readonly triage: Triage | null
  readonly urgency: CardUrgency
  readonly isMerged: boolean
  readonly closedBecause: ClosingReason | null
}

/** What somebody does with a signal. */
export type Move =
  | { readonly kind: 'acknowledge' }
  | { readonly kind: 'triage'; readonly as: Triage }
  | { readonly kind: 'attempt'; readonly way: ContactWay; readonly reached: boolean }
  | { readonly kind: 'agree' }
  | { readonly kind: 'decline' }
  | { readonly kind: 'openCase' }
  | { readonly kind: 'close'; readonly because: ClosingReason }
  | { readonly kind: 'reopen' }

/** Where a signal is now, or what must come first. */
export type MoveResult =
  | { readonly kind: 'moved'; readonly state: SignalState }
  | { readonly kind: 'refused'; readonly reason: MoveRefusal }
export type MoveRefusal =
  | 'merged'
  | 'alreadyDone'
  | 'triageFirst'
  | 'contactFirst'
  | 'agreementFirst'
  | 'hasEnded'
  | 'noPerson'

/** Where `move` brings the signal, or why not. A declined or merged signal does not move any more; a closed one reopens. */
export function moveSignal(signal: SignalAt, move: Move): MoveResult {
  if (signal.isMerged) return refused('merged')
  if (move.kind === 'reopen') return reopen(signal)
  if (!isOpen(signal.state)) return refused('hasEnded')
  return moveOpenSignal(signal, move)
}

/** Whether something is still promised. */
export function isOpen(state: SignalState): boolean {
  return openStates.some((open) => open === state)
}

/** The moves that are possible now, each once, in the order in which they usually come. */
export function possibleMoves(signal: SignalAt): readonly Move['kind'][] {
  return trials.filter((move) => moveSignal(signal, move).kind === 'moved').map(({ kind }) => kind)
}

const trials: readonly Move[] = [
  { kind: 'acknowledge' },
  { kind: 'triage', as: 'ordinary' },
  { kind: 'attempt', way: 'phone', reached: true },
  { kind: 'agree' },
  { kind: 'openCase' },
  { kind: 'decline' },
  { kind: 'close', because: 'informed' },
  { kind: 'reopen' },
]

function moveOpenSignal({ state, triage }: SignalAt, move: Exclude<Move, { kind: 'reopen' }>): MoveResult {
  switch (move.kind) {
    case 'acknowledge':
      return state === 'received' ? moved('acknowledged') : refused('alreadyDone')
    case 'triage':
      // Until somebody spoke with the person the triage may change; after that the person decides.
      return isBefore(state, 'contacted') ? moved('triaged') : refused('alreadyDone')
    case 'attempt':
      if (isBefore(state, 'triaged')) return refused('triageFirst')
      if (triage === 'policyOnly') return refused('noPerson')
      return moved(move.reached && state === 'triaged' ? 'contacted' : state)
    case 'agree':
      if (state === 'agreed') return refused('alreadyDone')
      return state === 'contacted' ? moved('agreed') : refused('contactFirst')
    case 'decline':
      return isBefore(state, 'contacted') ? refused('contactFirst') : moved('declined')
    case 'openCase':
      return state === 'agreed' ? moved('case') : refused('agreementFirst')
    case 'close':
      // Withdrawn, a mistake or a danger ends it wherever it stands.
      if (['withdrawn', 'mistake', 'safetyConcern'].includes(move.because)) return moved('closed')
      return isBefore(state, 'triaged') ? refused('triageFirst') : moved('closed')
  }
}

/** What a person withdrew is erased, and a danger is handled elsewhere: neither comes back here. What nobody sorted is still to be. */
function reopen({ state, closedBecause, triage }: SignalAt): MoveResult {
  if (state !== 'closed') return refused('alreadyDone')
  if (closedBecause === 'withdrawn' || closedBecause === 'safetyConcern') return refused('hasEnded')
  return moved(triage === null ? 'acknowledged' : 'triaged')
}

const isBefore = (state: SignalState, other: SignalState) => signalStates.indexOf(state) < signalStates.indexOf(other)
const moved = (state: SignalState): MoveResult => ({ kind: 'moved', state })
const refused = (reason: MoveRefusal): MoveResult => ({ kind: 'refused', reason })
