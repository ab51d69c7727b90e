import { z } from 'zod'
import { everyone, signedIn } from '../../access/rule.ts'
import { badRequest, type LimitRate, leaveFlash, may, notFound, type Routes, staffOf } from '../../http/index.ts'
import type { Auth } from '../auth.ts'
import type { AuthNeeds } from '../auth-needs.ts'
import { deviceOf } from '../sessions/device.ts'
import { accountOfRequest } from '../sessions/session-of.ts'
import { noteSharedPhone } from '../sessions/session-store.ts'
import { limits } from '../sign-in/limits.ts'
import { askOwnWipe, noteReport, noteSeen, noteWiped, reportingPhone } from './phone-store.ts'
import { mustWipe } from './wipe.ts'

type Needs = AuthNeeds & { readonly auth: Auth; readonly limitRate: LimitRate }

/**
 * `notSent`: acts that wait; known without the phrase. `shared`: others have a notebook on the same telephone. `visitor`: whose it is,
 * absent in what an earlier version of the app sends.
 */
const report = z.object({
  id: z.uuid(),
  notSent: z.int().min(0).max(100_000).default(0),
  shared: z.boolean().default(false),
  visitor: z.uuid().optional(),
})

/**
 * A phone with the home-visit app reports by the number it made for itself, also when its session is over, and hears whether to
 * erase itself; a telephone that several visitors share reports once for each. An unknown number hears no. And the owner of a phone
 * asks for it.
 */
export function phoneReportRoutes(routes: Routes, needs: Needs): void {
  const { owner, clock, limitRate } = needs
  routes.post('/api/phone', may(everyone), limitRate(limits.reportsFromAddress), async (c) => {
    if (!c.req.header('content-type')?.startsWith('application/json')) return badRequest('not JSON')
    const form = report.safeParse(await c.req.json().catch(() => undefined))
    if (!form.success) return badRequest('no phone named')
    const { id, notSent, shared, visitor } = form.data
    const actor = c.get('actor')
    const device = deviceOf(c.req.header('user-agent') ?? '')
    // On a shared telephone the notebook of one may report in the session of another: it stays whose it is.
    const isOwn = actor?.kind === 'staff' && actor.role === 'visitor' && (visitor ?? actor.userId) === actor.userId
    const phone = { id, device, notSent, isShared: shared }
    await (isOwn ? noteReport(owner, actor, phone, clock()) : noteSeen(owner, phone, clock()))
    // A session on a phone that others use too is over sooner.
    const account = shared ? await accountOfRequest(needs, c.req.raw.headers) : undefined
    if (account) await noteSharedPhone(owner, account.sessionId)
    const isWiped = (await reportingPhone(owner, id)).some(mustWipe)
    if (isWiped) await noteWiped(owner, { id, notSent }, clock())
    return c.json({ wipe: isWiped })
  })

  routes.post('/account/phones/:id/wipe', may(signedIn), async (c) => {
    const id = c.req.param('id') ?? ''
    if (!(await askOwnWipe(owner, staffOf(c).userId, id, clock()))) return notFound('phone to erase', id)
    leaveFlash(c, 'identity.phones.asked')
    return c.redirect('/account', 303)
  })
}
