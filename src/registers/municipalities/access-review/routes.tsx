import { isoDateIn } from '@meernet/calendar'
import { z } from 'zod'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  badRequest,
  type Ctx,
  identifier,
  leaveFlash,
  manyOf,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { namesOf } from '../../../platform/identity/index.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import { administer, readAccessList } from '../access.ts'
import type { DataAccess } from '../access-list/access-list.ts'
import { zonesIn } from '../zone-store.ts'
import { beginAccessReview, closeAccessReview, confirmLines, reviewWithLines } from './actions.ts'
import { reviewCsv } from './export.ts'
import { ReviewPage } from './views/review-page.tsx'

type Needs = { readonly transact: Transact; readonly dataAccesses: () => readonly DataAccess[] }

const path = '/admin/access-list/reviews'
const beginForm = z.object({ id: identifier() })
const confirmForm = z.object({ membershipIds: manyOf(identifier()) })

/** Looking at who has access, line by line, and the record of it (P18). */
export function accessReviewRoutes(routes: Routes, needs: Needs): void {
  const { transact, dataAccesses } = needs

  routes.post(path, may(administer), async (c) => {
    const form = await parseForm(c, beginForm)
    if (!form.ok) return badRequest('no identifier for the review')
    return c.redirect(`${path}/${await beginAccessReview(needs, staffOf(c), form.data.id)}`, 303)
  })

  routes.get(`${path}/:id`, may(readAccessList), (c) => page(c))

  routes.post(`${path}/:id/confirmations`, may(administer), async (c) => {
    const t = c.get('t')
    const form = await parseForm(c, confirmForm)
    const chosen = form.ok ? form.data.membershipIds : []
    if (chosen.length === 0) return page(c, t('municipalities.review.refused.none'), 422)
    const confirming = await confirmLines(needs, staffOf(c), idIn(c), chosen)
    if (confirming.kind === 'refused') return page(c, t(`municipalities.review.refused.${confirming.reason}`), 409)
    leaveFlash(c, 'municipalities.review.confirmed')
    return c.redirect(`${path}/${idIn(c)}`, 303)
  })

  routes.post(`${path}/:id/closing`, may(administer), async (c) => {
    const t = c.get('t')
    const closing = await closeAccessReview(needs, staffOf(c), idIn(c))
    if (closing.kind === 'refused') {
      const count = closing.reason === 'undecided' ? closing.count : 0
      return page(c, t(`municipalities.review.refused.${closing.reason}`, { count }), 409)
    }
    leaveFlash(c, 'municipalities.review.isClosed')
    return c.redirect(`${path}/${idIn(c)}`, 303)
  })

  routes.get(`${path}/:id/export`, may(readAccessList), async (c) => {
    const { review, lines, zones, names } = await read(c, 'export access review')
    c.header('Content-Type', 'text/csv; charset=utf-8')
    c.header(
      'Content-Disposition',
      `attachment; filename="access-review-${isoDateIn(municipalTimeZone, review.begunAt)}.csv"`,
    )
    return c.body(reviewCsv(c.get('t'), { lines }, { zones, names }))
  })

  const read = (c: Ctx, action?: 'export access review') =>
    transact(staffOf(c), async (tx) => {
      const found = (await reviewWithLines(tx, idIn(c), dataAccesses())) ?? notFound('access review', idIn(c))
      const deciders = found.lines.flatMap(({ decidedBy }) => decidedBy ?? [])
      if (action) tx.audit({ action: 'export access review', subject: { type: 'access review', id: found.review.id } })
      return { ...found, zones: await zonesIn(tx), names: await namesOf(tx, deciders) }
    })

  async function page(c: Ctx, refused?: string, status: 200 | 409 | 422 = 200) {
    const t = c.get('t')
    const shown = await read(c)
    const title = t('municipalities.review.title', { day: t.day(isoDateIn(municipalTimeZone, shown.review.begunAt)) })
    const mayDecide = shown.review.closedAt === null && administer.allows(staffOf(c))
    return workplacePage(c, { title }, <ReviewPage t={t} {...shown} mayDecide={mayDecide} refused={refused} />, status)
  }
}

const idIn = (c: Ctx) => c.req.param('id') ?? ''
