import type { Routes } from '../../../platform/http/index.ts'
import type { AnalysisNeeds } from '../needs.ts'
import { answerRoutes } from './answer-routes.tsx'
import { surveyImportRoutes } from './import-routes.tsx'
import { resultRoutes } from './result-routes.tsx'
import { surveyListRoutes } from './survey-routes.tsx'
import { typeInRoutes } from './type-in-routes.tsx'

/** Surveys on paper, by link and by staff, and what comes of them. */
export function surveyRoutes(routes: Routes, needs: AnalysisNeeds): void {
  answerRoutes(routes, needs)
  // Before /analysis/surveys/:id, which would take their words for identifiers.
  surveyImportRoutes(routes, needs)
  surveyListRoutes(routes, needs)
  typeInRoutes(routes, needs)
  resultRoutes(routes, needs)
}
