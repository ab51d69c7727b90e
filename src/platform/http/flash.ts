import type { Ctx } from './context.ts'
import { cookieOf, dropCookie, leaveCookie } from './cookies.ts'

const cookie = 'flash'

/** Leaves the key of a sentence for the next page: what was just done. NOTE a key only, so nothing personal travels. */
export function leaveFlash(c: Ctx, messageKey: string): void {
  leaveCookie(c, cookie, messageKey, { seconds: 60 })
}

/** Takes what the page before left. */
export function takeFlash(c: Ctx): string | undefined {
  const key = cookieOf(c, cookie)
  if (key === undefined) return undefined
  dropCookie(c, cookie)
  return /^[a-zA-Z0-9.-]{1,80}$/.test(key) ? key : undefined
}
