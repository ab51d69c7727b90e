import { z } from 'zod'
import { everyone } from '../../access/rule.ts'
import { badRequest, identifier, type LimitRate, may, notFound, parseForm, type Routes } from '../../http/index.ts'
import type { Auth } from '../auth.ts'
import type { AuthNeeds } from '../auth-needs.ts'
import { enterAnew } from '../cookies.ts'
import { limits } from '../sign-in/limits.ts'
import { takeNext } from '../sign-in/next-page.ts'
import { enterInto } from '../sign-in/ways-in.ts'
import { demoMembers } from './demo-store.ts'

type Needs = AuthNeeds & { readonly auth: Auth; readonly limitRate: LimitRate }

const demoForm = z.object({ membershipId: identifier() })

/** Signing in with one press as somebody invented. NOTE added on a demo installation only; elsewhere there is no such route. */
export function demoSignInRoutes(routes: Routes, needs: Needs): void {
  routes.post('/sign-in/demo', may(everyone), needs.limitRate(limits.demoFromAddress), async (c) => {
    const form = await parseForm(c, demoForm)
    if (!form.ok) return badRequest('no membership named')
    const { membershipId } = form.data
    const member = (await demoMembers(needs.owner)).find((one) => one.membershipId === membershipId)
    if (!member) return notFound('demo membership', membershipId)
    await enterAnew(c, needs, await enterInto(needs, member, c.req.raw.headers), 'in the demo')
    return c.redirect(takeNext(c), 303)
  })
}
