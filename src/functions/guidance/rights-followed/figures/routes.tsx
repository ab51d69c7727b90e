import { systemActor } from '../../../../platform/access/actor.ts'
import type { Transact } from '../../../../platform/database/transact.ts'
import { may, type NavigationEntry, type Routes, staffOf, workplacePage } from '../../../../platform/http/index.ts'
import { seeRightsFigures } from '../../access.ts'
import { countRights } from './figure-store.ts'
import { shownFigures } from './figures.ts'
import { FiguresPage } from './views/figures-page.tsx'

type Needs = { readonly transact: Transact }

export const rightsFiguresNavigation: readonly NavigationEntry[] = [
  { href: '/rights-in-figures', label: 'guidance.figures.title', icon: 'activity', rule: seeRightsFigures },
]

/** What was found, asked and obtained in a year, in numbers that point at nobody. */
export function rightsFiguresRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/rights-in-figures', may(seeRightsFigures), async (c) => {
    const t = c.get('t')
    const thisYear = Number(t.today.slice(0, 4))
    const asked = Number(c.req.query('year'))
    const year = asked === thisYear - 1 ? asked : thisYear
    // The program counts: who looks is in few of these cases or in none, and sees numbers only (P13).
    const counted = await transact(systemActor(staffOf(c).municipalityId, 'guidance.rightsFigures'), (tx) =>
      countRights(tx, year),
    )
    return workplacePage(
      c,
      { title: t('guidance.figures.title') },
      <FiguresPage t={t} year={year} years={[thisYear, thisYear - 1]} figures={shownFigures(counted)} />,
    )
  })
}
