import { z } from 'zod'
import type { Transact } from '../../../../platform/database/transact.ts'
import {
  type Ctx,
  changedMeanwhile,
  leaveFlash,
  may,
  notFound,
  oneOf,
  parseForm,
  type Routes,
  seenVersion,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import { namesOf } from '../../../../platform/identity/colleagues.ts'
import { actsLostWithPhones, settleLostActs } from '../../../../platform/identity/index.ts'
import { leadVisits } from '../access.ts'
import { RefusedActPage } from '../views/refused-act-page.tsx'
import { RefusedActsPage } from '../views/refused-acts-page.tsx'
import { refusedActsWaiting } from './refused-act-store.ts'
import { readRefused, settle } from './settle-refused.ts'

type Needs = { readonly transact: Transact }

const identifier = z.uuid()
const settlementForm = z.object({ settlement: oneOf(['applied', 'dropped']), version: seenVersion() })

/** What phones could not get applied, as work for a person. */
export function refusedActRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/refused-acts', may(leadVisits), async (c) => {
    const shown = await transact(staffOf(c), async (tx) => {
      const acts = await refusedActsWaiting(tx)
      const visitorIds = acts.map(({ visitorId }) => visitorId)
      return { acts, names: await namesOf(tx, visitorIds), lost: await actsLostWithPhones(tx) }
    })
    const t = c.get('t')
    return workplacePage(c, { title: t('detection.visits.refused.title') }, <RefusedActsPage t={t} {...shown} />)
  })

  routes.get('/refused-acts/:id', may(leadVisits), (c) => refusedPage(c))

  routes.post('/refused-acts/:id/settlement', may(leadVisits), async (c) => {
    const form = await parseForm(c, settlementForm)
    if (!form.ok) return refusedPage(c, 'form.error.choose')
    const id = c.req.param('id')
    const settling = await settle(needs, staffOf(c), { id, ...form.data })
    if (settling.kind === 'changedMeanwhile')
      changedMeanwhile({ subject: { type: 'refusedAct', id }, now: '/refused-acts' })
    if (settling.kind === 'stillRefused') return refusedPage(c, `detection.visits.reason.${settling.reason}`)
    leaveFlash(c, `detection.visits.refused.${form.data.settlement}`)
    return c.redirect('/refused-acts', 303)
  })

  routes.post('/refused-acts/lost/:phoneId/settlement', may(leadVisits), async (c) => {
    const id = identifier.safeParse(c.req.param('phoneId')).data ?? notFound('acts lost with a phone', '')
    await transact(staffOf(c), async (tx) => {
      if (!(await settleLostActs(tx, id))) return
      tx.audit({ action: 'settle refused act', subject: { type: 'phone', id }, reason: 'asked' })
    })
    leaveFlash(c, 'detection.visits.lost.settled')
    return c.redirect('/refused-acts', 303)
  })

  async function refusedPage(c: Ctx, problem?: string) {
    const t = c.get('t')
    const id = c.req.param('id') ?? ''
    const reading = (await readRefused(needs, staffOf(c), id)) ?? notFound('refused act', id)
    const { visitorId } = reading.refused
    const names = await transact(staffOf(c), (tx) => namesOf(tx, [visitorId]))
    return workplacePage(
      c,
      { title: t('detection.visits.refused.title') },
      <RefusedActPage
        t={t}
        reading={reading}
        visitor={names.get(visitorId) ?? t('detection.visits.someone')}
        problem={problem && t(problem)}
      />,
      problem ? 422 : 200,
    )
  }
}
