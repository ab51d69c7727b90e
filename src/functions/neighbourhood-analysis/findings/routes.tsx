import type { Routes } from '../../../platform/http/index.ts'
import type { AnalysisNeeds } from '../needs.ts'

/** Strengths, needs and gaps, places and people, walks, and who was heard. */
export function findingRoutes(_routes: Routes, _needs: AnalysisNeeds): void {}
