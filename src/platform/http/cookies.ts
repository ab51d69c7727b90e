import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Ctx } from './context.ts'

/** A cookie of ours: for the whole site unless `path` says less, gone after `seconds`. */
type Kept = { readonly seconds: number; readonly path?: string }

/**
 * Leaves a cookie no script reads and no other site sends. Over https its name begins with what makes the browser hold it to
 * that (RFC 6265bis, section 4.1.3): `__Host-` for the whole site, `__Secure-` under a path.
 */
export function leaveCookie(c: Ctx, name: string, value: string, { seconds, path = '/' }: Kept): void {
  const prefix = prefixOf(c, path)
  setCookie(c, name, value, { path, httpOnly: true, sameSite: 'Lax', maxAge: seconds, ...(prefix && { prefix }) })
}

/** What a cookie holds, left under the same path. */
export const cookieOf = (c: Ctx, name: string, path = '/'): string | undefined => getCookie(c, name, prefixOf(c, path))

/** Takes a cookie away, left under the same path. */
export function dropCookie(c: Ctx, name: string, path = '/'): void {
  const prefix = prefixOf(c, path)
  deleteCookie(c, name, { path, ...(prefix && { prefix, secure: true }) })
}

function prefixOf(c: Ctx, path: string): 'host' | 'secure' | undefined {
  if (!c.get('isHttps')) return undefined
  return path === '/' ? 'host' : 'secure'
}
