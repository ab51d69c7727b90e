import { addWorkingDays, type IsoDate } from '@meernet/calendar'
import type { Signal } from '../signal-store.ts'

/** What somebody is told back: who takes it up, that it is followed, what came of it. */
export const tellBackTopics = ['whoFollows', 'followed', 'result'] as const
export type TellBackTopic = (typeof tellBackTopics)[number]
export type TellBackChannel = 'phone' | 'email' | 'letter'

/** Working days within which the person hears back. */
const tellBackDays = 5

/**
 * What the person must hear after a change (chapter 6: always, in their own channel); undefined when there is nothing to tell:
 * after a decline or a withdrawal we leave people in peace, a danger is handled elsewhere, and policy has no person.
 */
export function tellBackAfter(
  change: Pick<Signal, 'state' | 'closedBecause' | 'triage' | 'caseProgress'>,
): TellBackTopic | undefined {
  if (change.triage === 'policyOnly') return undefined
  if (change.state === 'case') {
    if (change.caseProgress === 'closed') return 'result'
    return change.caseProgress === 'followed' ? 'followed' : 'whoFollows'
  }
  const isToldElsewhere =
    change.closedBecause === null ||
    ['withdrawn', 'safetyConcern', 'mistake', 'noPerson'].includes(change.closedBecause)
  return change.state === 'closed' && !isToldElsewhere ? 'result' : undefined
}

/** The channel of the person: telephone when there is one, else e-mail, else a letter or a visit. */
export function channelOf(
  contact: { readonly phone?: string | undefined; readonly email?: string | undefined } | undefined,
): TellBackChannel {
  if (contact?.phone) return 'phone'
  return contact?.email ? 'email' : 'letter'
}

/** The day by which the person hears back. */
export const tellBackBy = (today: IsoDate): IsoDate => addWorkingDays(today, tellBackDays)
