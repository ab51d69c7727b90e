import { z } from 'zod'
import { everyone, signedIn } from '../../access/rule.ts'
import { badRequest, type LimitRate, leaveFlash, may, notFound, type Routes, staffOf } from '../../http/index.ts'
import type { AuthNeeds } from '../auth-needs.ts'
import { deviceOf } from '../sessions/device.ts'
import { limits } from '../sign-in/limits.ts'
import { askOwnWipe, noteReport, noteWiped, reportingPhone } from './phone-store.ts'
import { mustWipe } from './wipe.ts'

type Needs = AuthNeeds & { readonly limitRate: LimitRate }

/** `notSent`: acts that wait on the phone; known without its phrase. */
const report = z.object({ id: z.uuid(), notSent: z.int().min(0).max(100_000).default(0) })

/**
 * A phone with the home-visit app reports by the number it made for itself, also when its session is over, and hears whether to
 * erase itself. An unknown number hears no. And the owner of a phone asks for it.
 */
export function phoneReportRoutes(routes: Routes, { owner, clock, limitRate }: Needs): void {
  routes.post('/api/phone', may(everyone), limitRate(limits.reportsFromAddress), async (c) => {
    if (!c.req.header('content-type')?.startsWith('application/json')) return badRequest('not JSON')
    const form = report.safeParse(await c.req.json().catch(() => undefined))
    if (!form.success) return badRequest('no phone named')
    const { id, notSent } = form.data
    const actor = c.get('actor')
    const device = deviceOf(c.req.header('user-agent') ?? '')
    if (actor?.kind === 'staff' && actor.role === 'visitor')
      await noteReport(owner, actor, { id, device, notSent }, clock())
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
