import { isoDateIn } from '@meernet/calendar'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  identifier,
  isoDate,
  leaveFlash,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import { workInInbox } from '../signals/access.ts'
import { coordinatorsOf } from '../signals/signal-reading.ts'
import {
  headOfService,
  removeSubstitute,
  saveHeadOfService,
  saveSubstitute,
  substitutesIn,
} from './substitute-store.ts'
import { SubstitutesPage } from './views/substitutes-page.tsx'

type Needs = { readonly transact: Transact }

const substituteForm = z
  .object({
    id: identifier(),
    userId: identifier(),
    substituteUserId: identifier(),
    awayFrom: isoDate().optional(),
    awayUntil: isoDate().optional(),
  })
  .refine(({ userId, substituteUserId }) => userId !== substituteUserId, {
    error: 'detection.substitutes.error.self',
    path: ['substituteUserId'],
  })
  .refine(({ awayFrom, awayUntil }) => (awayFrom === undefined) === (awayUntil === undefined), {
    error: 'detection.substitutes.error.both',
    path: ['awayUntil'],
  })
  .refine(({ awayFrom = '', awayUntil = '' }) => awayFrom <= awayUntil, {
    error: 'detection.substitutes.error.order',
    path: ['awayUntil'],
  })
const headForm = z.object({ head: identifier().optional() })

/** Who stands in for whom, and to whom goes what stays undone. */
export function substituteRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/substitutes', may(workInInbox), (c) => page(c, transact))

  routes.post('/substitutes', may(workInInbox), async (c) => {
    const form = await parseForm(c, substituteForm)
    if (!form.ok) return page(c, transact, form.values, form.errors)
    const { zoneId } = staffOf(c)
    const { awayFrom = null, awayUntil = null, ...who } = form.data
    const isKept = await transact(staffOf(c), async (tx) => {
      const possible = (await coordinatorsOf(tx, zoneId)).map(({ userId }) => userId)
      if (!possible.includes(who.userId) || !possible.includes(who.substituteUserId)) return false
      await saveSubstitute(tx, { ...who, awayFrom, awayUntil, zoneId })
      tx.audit({ action: 'set substitute', subject: { type: 'substitute', id: who.id } })
      return true
    })
    if (!isKept)
      return page(c, transact, form.values, [{ field: 'substituteUserId', key: 'form.error.choose', values: {} }])
    return done(c)
  })

  routes.post('/substitutes/:substituteId/removal', may(workInInbox), async (c) => {
    const id = identifier().safeParse(c.req.param('substituteId')).data ?? notFound('substitute', 'of that form')
    await transact(staffOf(c), async (tx) => {
      if (!(await removeSubstitute(tx, id))) notFound('substitute', id)
      tx.audit({ action: 'remove substitute', subject: { type: 'substitute', id } })
    })
    return done(c)
  })

  routes.post('/substitutes/head-of-service', may(workInInbox), async (c) => {
    const form = await parseForm(c, headForm)
    if (!form.ok) return page(c, transact, form.values, form.errors)
    const { zoneId } = staffOf(c)
    const { head = null } = form.data
    const isKept = await transact(staffOf(c), async (tx) => {
      if (head !== null && !(await coordinatorsOf(tx, zoneId)).some(({ userId }) => userId === head)) return false
      await saveHeadOfService(tx, zoneId, head)
      tx.audit({ action: 'set head of service', subject: { type: 'zone', id: zoneId } })
      return true
    })
    if (!isKept) return page(c, transact, {}, [{ field: 'head', key: 'form.error.choose', values: {} }])
    return done(c)
  })
}

function done(c: Ctx): Response {
  leaveFlash(c, 'detection.done.act')
  return c.redirect('/substitutes', 303)
}

async function page(c: Ctx, transact: Transact, values: FormValues = {}, errors: FormErrors = []): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const { userId, zoneId } = actor
  const known = await transact(actor, async (tx) => ({
    colleagues: await coordinatorsOf(tx, zoneId),
    substitutes: await substitutesIn(tx, zoneId, isoDateIn(municipalTimeZone, tx.now)),
    head: await headOfService(tx, zoneId),
  }))
  const form = filledForm(t, { id: uuidv7(), userId, ...values }, errors)
  const view = <SubstitutesPage t={t} {...known} form={form} />
  return workplacePage(c, { title: t('detection.substitutes.title') }, view, errors.length > 0 ? 422 : 200)
}
