import type { Routes } from '../../../platform/http/index.ts'
import type { AnalysisNeeds } from '../needs.ts'

/** Walks through a neighbourhood, with what was seen and pictures of places. */
export function walkRoutes(_routes: Routes, _needs: AnalysisNeeds): void {}
