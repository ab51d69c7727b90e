import type { Routes } from '../../../platform/http/index.ts'
import { assetRoutes } from '../assets/routes.tsx'
import { heardRoutes } from '../heard/routes.tsx'
import type { AnalysisNeeds } from '../needs.ts'
import { walkRoutes } from '../walks/routes.tsx'
import { evidenceRoutes } from './evidence-routes.tsx'
import { readingRoutes } from './reading-routes.tsx'
import { writingRoutes } from './writing-routes.tsx'

/** Strengths, needs and gaps, places and people, walks, and who was heard. */
export function findingRoutes(routes: Routes, needs: AnalysisNeeds): void {
  // Before /analysis/findings/:id, which would take "new" for an identifier.
  writingRoutes(routes, needs)
  readingRoutes(routes, needs)
  evidenceRoutes(routes, needs)
  assetRoutes(routes, needs)
  walkRoutes(routes, needs)
  heardRoutes(routes, needs)
}
