import { signedIn } from '../../platform/access/rule.ts'
import type { Transact } from '../../platform/database/transact.ts'
import { may, type NavigationEntry, type Routes, staffOf, workplacePage } from '../../platform/http/index.ts'
import type { WaitingOf } from '../../platform/waiting/waiting.ts'
import { promisesOn } from './promises.ts'
import { TodayPage } from './views/today-page.tsx'

type Needs = { readonly transact: Transact; readonly waiting: readonly WaitingOf[] }

export const todayNavigation: readonly NavigationEntry[] = [
  { href: '/today', label: 'today.title', icon: 'sun', rule: signedIn },
]

/** "Vandaag": what waits for whoever is signed in, from all modules. */
export function todayRoutes(routes: Routes, { transact, waiting }: Needs): void {
  routes.get('/today', may(signedIn), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const all = await transact(actor, async (tx) => {
      const found = []
      for (const ask of waiting) found.push(...(await ask(tx)))
      return found
    })
    return workplacePage(
      c,
      { title: t('today.title') },
      <TodayPage t={t} actor={actor} promises={promisesOn(t.today, all)} />,
    )
  })
}
