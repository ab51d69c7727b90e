import { z } from 'zod'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  conflict,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  type NavigationEntry,
  notFound,
  oneOf,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { namesOf } from '../../../platform/identity/colleagues.ts'
import { type Round, roundById } from '../campaigns/index.ts'
import { leadVisits, useVisitApp } from './access.ts'
import { callsSince, outingsSince, settleOuting, takeCall } from './outing-store.ts'
import { enterPaper, paperForm, paperIdentifiers, readPaper } from './paper-entry.ts'
import { refusedActsWaiting } from './refused-act-store.ts'
import { readRefused, settle } from './settle-refused.ts'
import { OutingsPage } from './views/outings-page.tsx'
import { PaperEntryPage } from './views/paper-entry-page.tsx'
import { RefusedActPage } from './views/refused-act-page.tsx'
import { RefusedActsPage } from './views/refused-acts-page.tsx'

type Needs = { readonly transact: Transact; readonly clock: () => Date }

export const visitNavigation: readonly NavigationEntry[] = [
  { href: '/visits', label: 'detection.visits.app.name', icon: 'footprints', rule: useVisitApp },
  { href: '/outings', label: 'detection.visits.outings.title', icon: 'footprints', rule: leadVisits },
]

const settlementForm = z.object({ settlement: oneOf(['applied', 'dropped']), version: z.coerce.number().int() })

/** What a coordinator does about visits: who is out, what a phone could not get applied, rounds walked with paper. */
export function visitRoutes(routes: Routes, needs: Needs): void {
  const { transact, clock } = needs

  routes.get('/outings', may(leadVisits), async (c) => {
    const now = clock()
    const since = new Date(now.getTime() - 12 * 3_600_000)
    const shown = await transact(staffOf(c), async (tx) => {
      const outings = await outingsSince(tx, since)
      const calls = await callsSince(tx, since)
      return {
        outings,
        calls,
        names: await namesOf(
          tx,
          [...outings, ...calls].map(({ visitorId }) => visitorId),
        ),
      }
    })
    const t = c.get('t')
    return workplacePage(c, { title: t('detection.visits.outings.title') }, <OutingsPage t={t} now={now} {...shown} />)
  })

  routes.post('/outings/:id/return', may(leadVisits), async (c) => {
    const actor = staffOf(c)
    const id = c.req.param('id')
    const isNew = await transact(actor, async (tx) => {
      tx.audit({ action: 'settle outing', subject: { type: 'outing', id }, reason: 'heard that all is well' })
      return settleOuting(tx, id, actor.userId)
    })
    leaveFlash(c, isNew ? 'detection.visits.outings.settled' : 'detection.visits.outings.wasBack')
    return c.redirect('/outings', 303)
  })

  routes.post('/visit-calls/:id/taking', may(leadVisits), async (c) => {
    const actor = staffOf(c)
    const id = c.req.param('id')
    const isNew = await transact(actor, async (tx) => {
      tx.audit({ action: 'take visit call', subject: { type: 'visitCall', id } })
      return takeCall(tx, id, actor.userId)
    })
    leaveFlash(c, isNew ? 'detection.visits.calls.nowYours' : 'detection.visits.calls.wasTaken')
    return c.redirect('/outings', 303)
  })

  routes.get('/refused-acts', may(leadVisits), async (c) => {
    const shown = await transact(staffOf(c), async (tx) => {
      const acts = await refusedActsWaiting(tx)
      return {
        acts,
        names: await namesOf(
          tx,
          acts.map(({ visitorId }) => visitorId),
        ),
      }
    })
    const t = c.get('t')
    return workplacePage(c, { title: t('detection.visits.refused.title') }, <RefusedActsPage t={t} {...shown} />)
  })

  routes.get('/refused-acts/:id', may(leadVisits), (c) => refusedPage(c))

  routes.post('/refused-acts/:id/settlement', may(leadVisits), async (c) => {
    const form = await parseForm(c, settlementForm)
    if (!form.ok) return refusedPage(c, 'form.error.choose')
    const settling = await settle(needs, staffOf(c), { id: c.req.param('id'), ...form.data })
    if (settling.kind === 'changedMeanwhile') conflict('refused act settled meanwhile')
    if (settling.kind === 'stillRefused') return refusedPage(c, `detection.visits.reason.${settling.reason}`)
    leaveFlash(c, `detection.visits.refused.${form.data.settlement}`)
    return c.redirect('/refused-acts', 303)
  })

  routes.get('/campaigns/:id/rounds/:roundId/entry', may(leadVisits), async (c) => {
    const round = await roundOf(c)
    return entryPage(c, round, paperIdentifiers(round))
  })

  routes.post('/campaigns/:id/rounds/:roundId/entry', may(leadVisits), async (c) => {
    const round = await roundOf(c)
    const form = await parseForm(c, paperForm)
    const paper = readPaper(round, form.values)
    if (!form.ok || !paper.ok) {
      return entryPage(c, round, form.values, [...(form.ok ? [] : form.errors), ...(paper.ok ? [] : paper.errors)])
    }
    const { visitorId } = form.data
    const answers = await enterPaper(needs, staffOf(c), round, { visitorId, acts: paper.acts })
    const isWhole = answers.every(({ status }) => status !== 'refused')
    leaveFlash(c, isWhole ? 'detection.visits.entry.saved' : 'detection.visits.entry.someRefused')
    return c.redirect(`/campaigns/${round.campaignId}`, 303)
  })

  async function roundOf(c: Ctx): Promise<Round> {
    const id = c.req.param('roundId') ?? ''
    const round = await transact(staffOf(c), (tx) => roundById(tx, id))
    return round && round.campaignId === c.req.param('id') ? round : notFound('round', id)
  }

  function entryPage(c: Ctx, round: Round, values: FormValues, errors: FormErrors = []) {
    const t = c.get('t')
    const hidden = Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) =>
        /^(act|visit)-/.test(name) && typeof value === 'string' ? [[name, value]] : [],
      ),
    )
    return workplacePage(
      c,
      { title: t('detection.visits.entry.title', { number: round.number }) },
      <PaperEntryPage t={t} round={round} form={filledForm(t, values, errors)} hidden={hidden} />,
      errors.length > 0 ? 422 : 200,
    )
  }

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
