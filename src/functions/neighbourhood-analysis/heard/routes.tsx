import type { Routes } from '../../../platform/http/index.ts'
import type { AnalysisNeeds } from '../needs.ts'

/** Who was heard, counted per group, and who was not. */
export function heardRoutes(_routes: Routes, _needs: AnalysisNeeds): void {}
