import type { Routes } from '../../../platform/http/index.ts'
import type { AnalysisNeeds } from '../needs.ts'

/** The analysis as a document: versions, priorities, summary. */
export function reportRoutes(_routes: Routes, _needs: AnalysisNeeds): void {}
