import type { Transact } from '../../../../platform/database/transact.ts'
import { leaveFlash, may, notFound, type Routes, staffOf, workplacePage } from '../../../../platform/http/index.ts'
import { namesOf } from '../../../../platform/identity/colleagues.ts'
import { leadVisits } from '../access.ts'
import { OutingsPage } from '../views/outings-page.tsx'
import { callsSince, outingsSince, settleOuting, takeCall } from './outing-store.ts'

type Needs = { readonly transact: Transact; readonly clock: () => Date }

/** Hours that somebody who is back, or a call that was taken, stays on the page. */
const shownHours = 12

/** Who is out, who called. */
export function outingRoutes(routes: Routes, { transact, clock }: Needs): void {
  routes.get('/outings', may(leadVisits), async (c) => {
    const now = clock()
    const since = new Date(now.getTime() - shownHours * 3_600_000)
    const shown = await transact(staffOf(c), async (tx) => {
      const outings = await outingsSince(tx, since)
      const calls = await callsSince(tx, since)
      const visitorIds = [...outings, ...calls].map(({ visitorId }) => visitorId)
      return { outings, calls, names: await namesOf(tx, visitorIds) }
    })
    const t = c.get('t')
    return workplacePage(c, { title: t('detection.visits.outings.title') }, <OutingsPage t={t} now={now} {...shown} />)
  })

  routes.post('/outings/:id/return', may(leadVisits), async (c) => {
    const actor = staffOf(c)
    const id = c.req.param('id')
    const isNew = await transact(actor, async (tx) => {
      const settled = (await settleOuting(tx, id, actor.userId)) ?? notFound('outing', id)
      if (settled)
        tx.audit({ action: 'settle outing', subject: { type: 'outing', id }, reason: 'heard that all is well' })
      return settled
    })
    leaveFlash(c, isNew ? 'detection.visits.outings.settled' : 'detection.visits.outings.wasBack')
    return c.redirect('/outings', 303)
  })

  routes.post('/visit-calls/:id/taking', may(leadVisits), async (c) => {
    const actor = staffOf(c)
    const id = c.req.param('id')
    const isNew = await transact(actor, async (tx) => {
      const taken = (await takeCall(tx, id, actor.userId)) ?? notFound('visit call', id)
      if (taken) tx.audit({ action: 'take visit call', subject: { type: 'visitCall', id } })
      return taken
    })
    leaveFlash(c, isNew ? 'detection.visits.calls.nowYours' : 'detection.visits.calls.wasTaken')
    return c.redirect('/outings', 303)
  })
}
