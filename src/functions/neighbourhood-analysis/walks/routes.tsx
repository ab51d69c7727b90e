import type { Routes } from '../../../platform/http/index.ts'
import type { AnalysisNeeds } from '../needs.ts'
import { photoRoutes } from './photo-routes.tsx'
import { seenRoutes } from './seen-routes.tsx'
import { listedWalkRoutes } from './walk-routes.tsx'

/** Walks through a neighbourhood, with what was seen and pictures of places. */
export function walkRoutes(routes: Routes, needs: AnalysisNeeds): void {
  // Before /analysis/walks/:id, which would take "new" and "sheet" for identifiers.
  listedWalkRoutes(routes, needs)
  photoRoutes(routes, needs)
  seenRoutes(routes, needs)
}
