import type { IsoDate } from '@meernet/calendar'
import type { CardAsked } from '../../../functions/detection/index.ts'
import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import type { RightsRequest } from '../request.ts'
import type { ZoneHandlers } from '../zone-handlers.ts'

/** What the page of one request shows, and what its reader may do. */
export type RequestPageProps = {
  readonly t: Texts
  readonly request: RightsRequest
  /** Whom it is of, for who may see this person. */
  readonly about: RequestSubject | undefined
  readonly frozenOn: IsoDate | null
  readonly mayOpenCopy: boolean
  readonly mayExtend: boolean
  readonly mayFree: boolean
  readonly mayStopVisits: boolean
  /** Since when the address is not visited because of this objection. */
  readonly visitsStoppedOn: IsoDate | undefined
  /** The card that the request bears, and whether it still ends for it. */
  readonly card: (Pick<CardAsked, 'personId' | 'withdrawnOn'> & { readonly mayEnd: boolean }) | undefined
  /** Whether its reader may let the request bear a card by its code, and look for one in the inbox. */
  readonly mayAddCard: boolean
  readonly mayOpenInbox: boolean
  /** Whether its reader may look up by name whom the request is of. */
  readonly mayNamePerson: boolean
  readonly handlers: ZoneHandlers
  readonly form: FilledForm
  /** Message key of why the last act was not done. */
  readonly refusal: string | undefined
}

/** Somebody in a register, or whoever a card in the inbox is of: that one without a name. */
export type RequestSubject = {
  readonly kind: 'person' | 'volunteer' | 'card'
  readonly id: string
  readonly name: string
}

/** The page of whom a request is of. */
export const pageOf = ({ kind, id }: RequestSubject): string => `${pages[kind]}/${id}`
const pages = { person: '/people', volunteer: '/volunteers', card: '/inbox' } as const
