import type { Transact } from '../../../platform/database/transact.ts'
import type { Routes } from '../../../platform/http/index.ts'
import { actRoutes } from './act-routes.tsx'
import { caseRoutes } from './case/case-routes.tsx'
import { inboxRoutes } from './inbox/inbox-routes.tsx'
import { mergeRoutes } from './merging/merge-routes.ts'
import { tellBackRoutes } from './telling-back/tell-back-routes.ts'

type Needs = {
  readonly transact: Transact
  readonly secret: Buffer
  readonly clock: () => Date
  readonly address: () => string
}

/** The inbox, and all that is done with one signal. */
export function signalRoutes(routes: Routes, needs: Needs): void {
  inboxRoutes(routes, needs)
  actRoutes(routes, needs)
  caseRoutes(routes, needs)
  mergeRoutes(routes, needs)
  tellBackRoutes(routes, needs)
}
