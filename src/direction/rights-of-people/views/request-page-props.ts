import type { IsoDate } from '@meernet/calendar'
import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import type { RightsRequest } from '../request.ts'

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
  readonly form: FilledForm
  /** Message key of why the last act was not done. */
  readonly refusal: string | undefined
}

export type RequestSubject = { readonly kind: 'person' | 'volunteer'; readonly id: string; readonly name: string }

/** The page of whom a request is of. */
export const pageOf = ({ kind, id }: RequestSubject): string =>
  kind === 'person' ? `/people/${id}` : `/volunteers/${id}`
