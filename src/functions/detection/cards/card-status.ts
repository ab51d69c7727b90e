import type { SignalState } from '../signals/signal.ts'

/** The path of a card as a sender or resident sees it: where it is, never what it says. */
export const cardSteps = ['received', 'read', 'called', 'inHands', 'done'] as const
export type CardStep = (typeof cardSteps)[number]

/** How it ended, in a word that gives nothing away but to the person: `ended` covers a decline as well as help. */
export type CardStatus = { readonly step: CardStep; readonly isTakenUp: boolean; readonly isFollowed: boolean }

type Standing = {
  readonly state: SignalState
  readonly caseProgress: 'takenUp' | 'followed' | 'closed' | null
}

/** Where a card stands. A card merged into another stands where that one does: give that one. */
export function cardStatus({ state, caseProgress }: Standing): CardStatus {
  const isTakenUp = state === 'case'
  const isFollowed = isTakenUp && (caseProgress === 'followed' || caseProgress === 'closed')
  return { step: caseProgress === 'closed' ? 'done' : stepOf[state], isTakenUp, isFollowed }
}

const stepOf: Readonly<Record<SignalState, CardStep>> = {
  received: 'received',
  acknowledged: 'read',
  triaged: 'read',
  contacted: 'called',
  agreed: 'called',
  case: 'inHands',
  declined: 'done',
  closed: 'done',
}
