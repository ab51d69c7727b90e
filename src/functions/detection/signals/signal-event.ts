/** What can happen to a signal; kept for good, in order. */
export const signalEventKinds = [
  'filed',
  'acknowledged',
  'triaged',
  'attempted',
  'contacted',
  'agreed',
  'declined',
  'caseOpened',
  'closed',
  'reopened',
  'assigned',
  'escalated',
  'merged',
  'mergeUndone',
  'contactChanged',
  'correctionAsked',
  'agreementWithdrawn',
  'mergedWithdrawn',
  'toldBack',
  'progressed',
  'movedToSafety',
] as const
export type SignalEventKind = (typeof signalEventKinds)[number]

/** Something to note: `detail` is a word of a closed list, `otherId` a colleague or another signal, `note` is sealed. */
export type NewSignalEvent = {
  readonly kind: SignalEventKind
  readonly by?: 'staff' | 'sender' | 'codeHolder' | 'program'
  readonly detail?: string | undefined
  readonly otherId?: string | null | undefined
  readonly note?: string | undefined
}

/** Something that happened. */
export type SignalEvent = NewSignalEvent & {
  readonly number: number
  readonly at: Date
  readonly by: 'staff' | 'sender' | 'codeHolder' | 'program'
  readonly byUserId: string | null
}
