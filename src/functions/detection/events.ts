import { defineEvent } from '../../platform/events/event.ts'

/** A coordinator opened a case for the person of a signal. `caseId` is made here; guidance makes the case. */
export type SignalBecameCase = {
  readonly signalId: string
  readonly caseId: string
  readonly personId: string
  readonly zoneId: string
  readonly neighbourhoodId: string | null
  /** Account of the coordinator, who is assigned to the case until it is passed on. */
  readonly openedBy: string
}
export const signalBecameCase = defineEvent<SignalBecameCase>('detection.signalBecameCase')

/** What the holder of a code may ask about the own data; taking the agreement back is a button of its own. */
export const askedKinds = ['correct', 'view', 'copy', 'restrict', 'object', 'complain'] as const
export type AskedKind = (typeof askedKinds)[number]

/** The holder of a card code asks something about what is kept. `personId` only on a resident's own card that became a case. */
export type AskedByCode = {
  readonly id: string
  readonly cardId: string
  readonly zoneId: string
  readonly personId: string | null
  readonly kind: AskedKind
  /** In the words of the holder; empty when the kind says all. */
  readonly text: string
}
export const askedByCode = defineEvent<AskedByCode>('detection.askedByCode')

/** The lists of a campaign are gone, with a certificate (P15a). */
export type ListsDestroyed = { readonly campaignId: string }
export const listsDestroyed = defineEvent<ListsDestroyed>('detection.listsDestroyed')
