import type { IsoDate } from '@meernet/calendar'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** What a route may throw. The message is for the log and never holds personal data; people read the text of `code`. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly status: ContentfulStatusCode
  /** Stable; the page's text is `http.error.<code>`. */
  readonly code: ErrorCode
  /** The day the text of the page names, when it names one. */
  readonly since: IsoDate | undefined

  constructor(status: ContentfulStatusCode, code: ErrorCode, message: string, since?: IsoDate) {
    super(message)
    this.status = status
    this.code = code
    this.since = since
  }
}
/** What an answer in JSON and the log call a refusal; stable. */
export type ErrorCode =
  | 'not-found'
  | 'forbidden'
  | 'conflict'
  | 'too-many'
  | 'too-large'
  | 'bad-request'
  | 'cross-site'
  | 'unavailable'
  | 'restricted'

/** There is no such thing, or the actor may not know that there is. */
export function notFound(thing: string, id: string): never {
  throw new HttpError(404, 'not-found', `no ${thing} ${id}`)
}

/** The actor may know that it is there, and may not do this. */
export function forbidden(rule: string): never {
  throw new HttpError(403, 'forbidden', `not allowed: ${rule}`)
}

/** The person asked not to use these data any more (P16): who worked with them is told since when, instead of finding nothing. */
export function restricted(thing: string, since: IsoDate): never {
  throw new HttpError(423, 'restricted', `frozen ${thing}`, since)
}

/** Somebody else changed it meanwhile, or its state does not allow this. */
export function conflict(reason: string): never {
  throw new HttpError(409, 'conflict', reason)
}

/** No form or page of ours asks this. */
export function badRequest(reason: string): never {
  throw new HttpError(400, 'bad-request', reason)
}
