import type { NavigationEntry, Routes } from '../../platform/http/index.ts'
import { figuresRoutes } from './figures/routes.tsx'
import { findingRoutes } from './findings/routes.tsx'
import { indicatorRoutes } from './indicators/routes.tsx'
import type { AnalysisNeeds } from './needs.ts'
import { ownCountRoutes } from './own-counts/routes.tsx'
import { publicationRoutes } from './publishing/routes.tsx'
import { analysisHubNavigation, reportRoutes } from './reports/routes.tsx'
import { surveyRoutes } from './surveys/routes.tsx'

export const analysisNavigation: readonly NavigationEntry[] = analysisHubNavigation

/** Every page of the analysis. */
export function analysisRoutes(routes: Routes, needs: AnalysisNeeds): void {
  figuresRoutes(routes, needs)
  ownCountRoutes(routes, needs)
  indicatorRoutes(routes, needs)
  findingRoutes(routes, needs)
  surveyRoutes(routes, needs)
  publicationRoutes(routes, needs)
  reportRoutes(routes, needs)
}
