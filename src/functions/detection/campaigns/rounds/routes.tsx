import type { Routes } from '../../../../platform/http/index.ts'
import type { Needs } from '../parts.ts'
import { planningRoutes } from './planning-routes.tsx'
import { roundRoutes } from './round-routes.tsx'

/** Rounds of a campaign: proposing and keeping them, and each by itself. */
export function roundsRoutes(routes: Routes, needs: Needs): void {
  planningRoutes(routes, needs)
  roundRoutes(routes, needs)
}
