import type { Ctx } from '../http/index.ts'
import type { Auth } from './auth.ts'
import type { AuthNeeds } from './auth-needs.ts'
import { sessionOfRequest } from './sessions/session-of.ts'
import { endSession } from './sessions/session-store.ts'
import { noteSignIn, type WayIn } from './sessions/sign-in-log.ts'

/** Gives the browser the cookies that signing in or out asks for. */
export function passOn(c: Ctx, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
}

/**
 * Ends the session a browser had, where `cookies` put another in its place or take it away: whoever kept that cookie must not go on
 * behind the back of who signs in anew.
 */
export async function endFormer(
  c: Ctx,
  { auth, owner }: Pick<AuthNeeds, 'owner'> & { readonly auth: Auth },
  cookies: readonly string[],
): Promise<void> {
  if (!cookies.some((cookie) => cookie.includes('session_token='))) return
  const former = await auth.api.getSession({ headers: c.req.raw.headers, query: { disableRefresh: true } })
  // A code typed while signed in goes on in the same session.
  if (former && !cookies.some((cookie) => cookie.includes(encodeURIComponent(former.session.token))))
    await endSession(owner, former.user.id, former.session.id)
}

/**
 * Gives a browser the cookies of a session that was opened for it, and ends the one it had. The log says in which way; with more
 * memberships, once one is chosen.
 */
export async function enterAnew(
  c: Ctx,
  needs: Pick<AuthNeeds, 'owner' | 'transact' | 'clock'> & { readonly auth: Auth },
  cookies: readonly string[],
  way: WayIn,
): Promise<void> {
  await endFormer(c, needs, cookies)
  passOn(c, cookies)
  const given = new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') })
  const session = await sessionOfRequest(needs)(new Request('http://meernet.invalid', { headers: given }))
  if (session) await noteSignIn(needs, session.actor, way)
}
