import type { NavigationEntry, Routes } from '../../platform/http/index.ts'
import { receiveHandovers, workOnCases } from './access.ts'
import { caseRightsRoutes } from './case-rights/routes.tsx'
import { type CardNeeds, cardRoutes } from './cases/card-routes.tsx'
import { closingRoutes } from './cases/closing-routes.tsx'
import { type CaseNeeds, caseRoutes } from './cases/routes.tsx'
import { linkRoutes } from './handovers/link-routes.tsx'
import { receiverRoutes } from './handovers/receiver-routes.tsx'
import { type SenderNeeds, senderRoutes } from './handovers/sender-routes.tsx'
import { localParameterRoutes } from './local-parameters/routes.tsx'
import { noteRoutes } from './notes/routes.tsx'
import { planRoutes } from './plan/routes.tsx'
import { rightsApiRoutes } from './rights-check/api-routes.ts'
import { checkPlaceRoutes } from './rights-check/place-routes.ts'
import { publicCheckRoutes } from './rights-check/public-routes.tsx'
import { rightsFiguresRoutes } from './rights-followed/figures/routes.tsx'
import { followedRightRoutes } from './rights-followed/routes.tsx'
import { taskRoutes } from './tasks/routes.tsx'

type Needs = CaseNeeds &
  CardNeeds &
  SenderNeeds &
  Parameters<typeof linkRoutes>[1] &
  Parameters<typeof publicCheckRoutes>[1]

export const guidanceNavigation: readonly NavigationEntry[] = [
  { href: '/cases', label: 'guidance.cases.title', icon: 'folder-open', rule: workOnCases },
  { href: '/handovers', label: 'guidance.received.title', icon: 'handshake', rule: receiveHandovers },
]

/** All pages of guidance. */
export function guidanceRoutes(routes: Routes, needs: Needs): void {
  caseRoutes(routes, needs)
  cardRoutes(routes, needs)
  planRoutes(routes, needs)
  caseRightsRoutes(routes, needs)
  noteRoutes(routes, needs)
  followedRightRoutes(routes, needs)
  rightsFiguresRoutes(routes, needs)
  localParameterRoutes(routes, needs)
  taskRoutes(routes, needs)
  senderRoutes(routes, needs)
  closingRoutes(routes, needs)
  receiverRoutes(routes, needs)
  linkRoutes(routes, needs)
  publicCheckRoutes(routes, needs)
  checkPlaceRoutes(routes, needs)
  rightsApiRoutes(routes, needs)
}
