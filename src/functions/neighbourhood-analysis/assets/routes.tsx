import type { Routes } from '../../../platform/http/index.ts'
import type { AnalysisNeeds } from '../needs.ts'

/** Places, people by what they do, associations and services of a neighbourhood. */
export function assetRoutes(_routes: Routes, _needs: AnalysisNeeds): void {}
