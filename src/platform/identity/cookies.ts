import type { Ctx } from '../http/index.ts'

/** Gives the browser the cookies that signing in or out asks for. */
export function passOn(c: Ctx, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
}
