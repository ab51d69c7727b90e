import { z } from 'zod'
import { everyone } from '../../access/rule.ts'
import { badRequest, forbidden, identifier, may, parseForm, plainPage, type Routes } from '../../http/index.ts'
import type { Auth } from '../auth.ts'
import type { AuthNeeds } from '../auth-needs.ts'
import { accountOfRequest, sessionOfRequest } from '../sessions/session-of.ts'
import { chooseMembership } from '../sessions/session-store.ts'
import { noteSignIn } from '../sessions/sign-in-log.ts'
import { rememberNext, takeNext } from '../sign-in/next-page.ts'
import { MembershipsPage } from './memberships-page.tsx'

type Needs = AuthNeeds & { readonly auth: Auth }

const chooseForm = z.object({ membershipId: identifier() })

/** Choosing the municipality, zone and role one works in; a session works in one at a time. Asks the session itself. */
export function membershipRoutes(routes: Routes, needs: Needs): void {
  routes.get('/memberships', may(everyone), async (c) => {
    rememberNext(c)
    const account = await accountOfRequest(needs, c.req.raw.headers)
    if (!account) return c.redirect('/sign-in', 303)
    const t = c.get('t')
    const { memberships, chosen, name } = account
    return plainPage(
      c,
      { title: t('identity.memberships.title') },
      <MembershipsPage t={t} name={name} memberships={memberships} chosen={chosen} />,
    )
  })

  routes.post('/memberships', may(everyone), async (c) => {
    const account = await accountOfRequest(needs, c.req.raw.headers)
    if (!account) return c.redirect('/sign-in', 303)
    const form = await parseForm(c, chooseForm)
    if (!form.ok) return badRequest('no membership named')
    const wanted = account.memberships.find(({ id }) => id === form.data.membershipId)
    if (!wanted) return forbidden('own open memberships only')
    await chooseMembership(needs.owner, account.sessionId, wanted.id)
    const session = await sessionOfRequest(needs)(c.req.raw)
    if (session) await noteSignIn(needs, session.actor, 'by choosing a membership')
    return c.redirect(takeNext(c), 303)
  })
}
