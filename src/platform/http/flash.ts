import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Ctx } from './context.ts'

const cookie = 'flash'

/** Leaves the key of a sentence for the next page: what was just done. NOTE a key only, so nothing personal travels. */
export function leaveFlash(c: Ctx, messageKey: string): void {
  setCookie(c, cookie, messageKey, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: 60 })
}

/** Takes what the page before left. */
export function takeFlash(c: Ctx): string | undefined {
  const key = getCookie(c, cookie)
  if (key === undefined) return undefined
  deleteCookie(c, cookie, { path: '/' })
  return /^[a-zA-Z0-9.-]{1,80}$/.test(key) ? key : undefined
}
