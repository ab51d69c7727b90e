import { type Ctx, cookieOf, dropCookie, leaveCookie } from '../../http/index.ts'

const cookie = 'next'

/** Remembers where somebody was going, through the pages of signing in. */
export function rememberNext(c: Ctx): void {
  const next = c.req.query('next')
  if (next && isLocalPath(next)) rememberPath(c, next)
}

/** Remembers a page of this site to go to after signing in. */
export function rememberPath(c: Ctx, path: string): void {
  leaveCookie(c, cookie, path, { seconds: 1800 })
}

/** Where to go after signing in: where somebody was going, or "Vandaag". */
export function takeNext(c: Ctx): string {
  const next = cookieOf(c, cookie)
  if (next === undefined) return '/today'
  dropCookie(c, cookie)
  return isLocalPath(next) ? next : '/today'
}

/** A path on this site; `//elsewhere` and `/\elsewhere` are addresses of other sites. */
export const isLocalPath = (path: string): boolean => /^\/(?![/\\])[\x21-\x7e]*$/.test(path)
