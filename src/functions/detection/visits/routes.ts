import type { Transact } from '../../../platform/database/transact.ts'
import type { NavigationEntry, Routes } from '../../../platform/http/index.ts'
import { leadVisits, useVisitApp } from './access.ts'
import { outingRoutes } from './outings/outing-routes.tsx'
import { paperRoutes } from './paper/paper-routes.tsx'
import { refusedActRoutes } from './refused-acts/refused-act-routes.tsx'

type Needs = { readonly transact: Transact; readonly clock: () => Date }

export const visitNavigation: readonly NavigationEntry[] = [
  { href: '/visits', label: 'detection.visits.app.name', icon: 'footprints', rule: useVisitApp },
  { href: '/outings', label: 'detection.visits.outings.title', icon: 'footprints', rule: leadVisits },
]

/** What a coordinator does about visits. */
export function visitRoutes(routes: Routes, needs: Needs): void {
  outingRoutes(routes, needs)
  refusedActRoutes(routes, needs)
  paperRoutes(routes, needs)
}
