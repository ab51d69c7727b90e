import type { Transact } from '../../../platform/database/transact.ts'
import type { Routes } from '../../../platform/http/index.ts'
import { answerRoutes } from './answer-routes.tsx'
import { followRoutes } from './follow-routes.tsx'

type Needs = { readonly transact: Transact }

/** Following signals without reading them, and being the second of who does. */
export function secondRoutes(routes: Routes, needs: Needs): void {
  followRoutes(routes, needs)
  answerRoutes(routes, needs)
}
