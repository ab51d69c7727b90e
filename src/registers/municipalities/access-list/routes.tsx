import { uuidv7 } from 'uuidv7'
import type { Transact } from '../../../platform/database/transact.ts'
import { may, type Routes, staffOf, workplacePage } from '../../../platform/http/index.ts'
import { members } from '../../../platform/identity/index.ts'
import { administer, readAccessList } from '../access.ts'
import { accessReviews } from '../access-review/access-review-store.ts'
import { ReviewsSection } from '../access-review/views/reviews-section.tsx'
import { zonesIn } from '../zone-store.ts'
import { accessList, type DataAccess } from './access-list.ts'
import { AccessListPage } from './access-list-page.tsx'

type Needs = { readonly transact: Transact; readonly dataAccesses: () => readonly DataAccess[] }

/** Who has access to what, kept available (P18); for the administrator and the data protection officer. */
export function accessListRoutes(routes: Routes, { transact, dataAccesses }: Needs): void {
  routes.get('/admin/access-list', may(readAccessList), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const accesses = dataAccesses()
    const { lines, zones, reviews } = await transact(actor, async (tx) => ({
      lines: accessList(await members(tx), accesses, { municipalityId: actor.municipalityId, today: t.today }),
      zones: await zonesIn(tx),
      reviews: await accessReviews(tx),
    }))
    return workplacePage(
      c,
      { title: t('municipalities.access.title') },
      <AccessListPage t={t} lines={lines} zones={zones} dataAccesses={accesses}>
        <ReviewsSection t={t} reviews={reviews} newId={administer.allows(actor) ? uuidv7() : undefined} />
      </AccessListPage>,
    )
  })
}
