import type { Routes } from '../../../platform/http/index.ts'
import type { AnalysisNeeds } from '../needs.ts'

/** Surveys on paper, by link and by staff, and what comes of them. */
export function surveyRoutes(_routes: Routes, _needs: AnalysisNeeds): void {}
