import { leaveFlash, may, type Routes, staffOf } from '../../../platform/http/index.ts'
import { importFigures } from '../access.ts'
import type { AnalysisNeeds } from '../needs.ts'
import { countAnew } from './count-anew.ts'

/** Counting what the municipality has and did, beside what others publish. */
export function ownCountRoutes(routes: Routes, needs: AnalysisNeeds): void {
  routes.post('/analysis/figures/own-counts', may(importFigures), async (c) => {
    await countAnew(needs, staffOf(c).municipalityId)
    leaveFlash(c, 'analysis.ownCounts.done')
    return c.redirect('/analysis/figures', 303)
  })
}
