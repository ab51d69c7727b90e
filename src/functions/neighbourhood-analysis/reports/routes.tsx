import type { Routes } from '../../../platform/http/index.ts'
import type { AnalysisNeeds } from '../needs.ts'
import { documentRoutes } from './document/routes.tsx'
import { hubRoutes } from './hub/routes.tsx'
import { partRoutes } from './part-routes.tsx'
import { reportPageRoutes } from './report-routes.tsx'
import { stepRoutes } from './step-routes.tsx'
import { textRoutes } from './text-routes.tsx'
import { translationRoutes } from './translations/routes.tsx'

export { analysisHubNavigation } from './hub/routes.tsx'

/** The way in to the analysis, and the analysis as a document: making, checking, publishing, reading. */
export function reportRoutes(routes: Routes, needs: AnalysisNeeds): void {
  hubRoutes(routes, needs)
  reportPageRoutes(routes, needs)
  textRoutes(routes, needs)
  translationRoutes(routes, needs)
  partRoutes(routes, needs)
  stepRoutes(routes, needs)
  documentRoutes(routes, needs)
}
