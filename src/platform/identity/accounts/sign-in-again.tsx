import type { MiddlewareHandler } from 'hono'
import { signedIn } from '../../access/rule.ts'
import { type Env, may, type Routes, workplacePage } from '../../http/index.ts'
import type { Auth } from '../auth.ts'
import type { AuthNeeds } from '../auth-needs.ts'
import { passOn } from '../cookies.ts'
import { accountOfRequest } from '../sessions/session-of.ts'
import { isFresh } from '../sessions/session-rules.ts'
import { rememberPath } from '../sign-in/next-page.ts'
import { AgainPage } from './views/again-page.tsx'

type Needs = AuthNeeds & { readonly auth: Auth }

/**
 * Lets on only who signed in a short while ago: whoever finds a screen open must not make a way in of their own. Others get a page
 * that asks to sign in again and leads back.
 */
export function freshly(needs: Needs): MiddlewareHandler<Env> {
  return async (c, next) => {
    const account = await accountOfRequest(needs, c.req.raw.headers)
    if (!account || isFresh(account.since, needs.clock())) return next()
    const t = c.get('t')
    return workplacePage(c, { title: t('identity.again.title') }, <AgainPage t={t} />, 403)
  }
}

/** Ends the session and asks to sign in, then leads to one's own account. */
export function signInAgainRoutes(routes: Routes, { auth }: Needs): void {
  routes.post('/account/sign-in-again', may(signedIn), async (c) => {
    const { headers } = await auth.api.signOut({ headers: c.req.raw.headers, returnHeaders: true })
    passOn(c, headers.getSetCookie())
    rememberPath(c, '/account')
    return c.redirect('/sign-in', 303)
  })
}
