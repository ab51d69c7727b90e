import type { IsoDate } from '@meernet/calendar'
import { defineEvent } from '../../platform/events/event.ts'

/** How far a case came, for whoever sent the signal it began with: status only. */
export type CaseProgressed = {
  readonly caseId: string
  /** Null for a case that did not begin with a signal. */
  readonly signalId: string | null
  readonly progress: 'takenUp' | 'followed' | 'closed'
  /** The person died: nothing is told back any more. */
  readonly hasNobodyToTell?: boolean
}
export const caseProgressed = defineEvent<CaseProgressed>('guidance.caseProgressed')

/** What a rule, service or decision could have prevented, told at the closing of a case, without personal data. */
export type PolicySignalNoted = {
  readonly id: string
  readonly theme: string
  readonly causeType: string
  readonly competentLevel: string
  readonly neighbourhoodId: string | null
  readonly groups: readonly string[]
  readonly description: string
  /** Account of who wrote it. */
  readonly noteBy: string
  readonly caseClosedOn: IsoDate
}
/** The same thing that went wrong for several people, counted by the program: which thing, never who. */
export type PatternCounted = {
  readonly id: string
  readonly theme: string
  readonly causeType: string
  readonly competentLevel: string
  readonly description: string
  /** Different people. NOTE for a band; never to be shown as a number. */
  readonly people: number
  readonly countedOn: IsoDate
}
export const patternCounted = defineEvent<PatternCounted>('guidance.patternCounted')

export const policySignalNoted = defineEvent<PolicySignalNoted>('guidance.policySignalNoted')
