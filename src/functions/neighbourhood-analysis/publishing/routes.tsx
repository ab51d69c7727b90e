import type { Routes } from '../../../platform/http/index.ts'
import type { AnalysisNeeds } from '../needs.ts'

/** What was published, so that nothing later gives a hidden count away. */
export function publicationRoutes(_routes: Routes, _needs: AnalysisNeeds): void {}
