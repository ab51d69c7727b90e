import type { Transact } from '../../../platform/database/transact.ts'
import { may, type Routes, staffOf, workplacePage } from '../../../platform/http/index.ts'
import { changeOffer } from '../access.ts'
import { dueBefore } from './freshness.ts'
import { FreshnessPage } from './freshness-page.tsx'
import { dueServices } from './freshness-store.ts'

/** So many are shown at once; whoever looked at some sees the next. */
const shownServices = 50

/** What must be looked at again, longest ago first. NOTE mounted before `/services/:id`. */
export function freshnessRoutes(routes: Routes, { transact }: { readonly transact: Transact }): void {
  routes.get('/services/freshness', may(changeOffer), async (c) => {
    const t = c.get('t')
    const due = dueBefore(staffOf(c), t.today)
    const shown = due
      ? await transact(staffOf(c), (tx) => dueServices(tx, due, shownServices))
      : { services: [], total: 0 }
    return workplacePage(c, { title: t('organisations.freshness') }, <FreshnessPage t={t} {...shown} />)
  })
}
