import type { Routes } from '../../../platform/http/index.ts'
import type { AnalysisNeeds } from '../needs.ts'

/** Questionnaires and answers out of workbooks and exports. */
export function surveyImportRoutes(_routes: Routes, _needs: AnalysisNeeds): void {}
