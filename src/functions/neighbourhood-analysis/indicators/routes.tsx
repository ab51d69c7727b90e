import type { Routes } from '../../../platform/http/index.ts'
import type { AnalysisNeeds } from '../needs.ts'

/** Figures of neighbourhoods: added up, compared, in pictures. */
export function indicatorRoutes(_routes: Routes, _needs: AnalysisNeeds): void {}
