import type { IsoDate } from '@meernet/calendar'
import { numberPatternsIn } from '../../../../platform/texts-about-people/number-patterns.ts'
import type { SurveyText, TextState } from './text-store.ts'

export type Decision = 'propose' | 'agree' | 'withhold' | 'back'
type By = { readonly decision: Decision; readonly userId: string; readonly text: string; readonly today: IsoDate }

export type Reading =
  | {
      readonly kind: 'read'
      readonly text: string
      readonly state: TextState
      readonly proposedBy: string | null
      readonly readBy: string | null
      readonly readOn: IsoDate | null
    }
  | { readonly kind: 'refused'; readonly reason: 'ownProposal' | 'notProposed' | 'otherWords' | 'numbers' }

/**
 * Moves something written on: proposed by one, agreed by another who leaves it as it is, or withheld. Refuses who agrees with the own
 * proposal, agreeing with other words than were proposed, and numbers or addresses in what is to be quoted (P14).
 */
export function readingOf(kept: SurveyText, { decision, userId, text, today }: By): Reading {
  const nobody = { proposedBy: null, readBy: null, readOn: null }
  switch (decision) {
    case 'propose':
      if (numberPatternsIn(text).length > 0) return { kind: 'refused', reason: 'numbers' }
      return { kind: 'read', text, state: 'proposed', ...nobody, proposedBy: userId }
    case 'withhold':
      return { kind: 'read', text: kept.text, state: 'withheld', ...nobody, readBy: userId, readOn: today }
    case 'back':
      return { kind: 'read', text: kept.text, state: 'unread', ...nobody }
    case 'agree':
      if (kept.state !== 'proposed' || kept.proposedBy === null) return { kind: 'refused', reason: 'notProposed' }
      if (kept.proposedBy === userId) return { kind: 'refused', reason: 'ownProposal' }
      if (text !== kept.text) return { kind: 'refused', reason: 'otherWords' }
      return { kind: 'read', text, state: 'quotable', proposedBy: kept.proposedBy, readBy: userId, readOn: today }
  }
}
