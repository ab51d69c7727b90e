import type { Transact } from '../../../platform/database/transact.ts'
import type { ModuleJobs } from '../../../platform/jobs/index.ts'
import { countAnew } from './count-anew.ts'
import type { WorkCounts } from './work-counts.ts'

/** Counts anew in the night after the first of each month; in January the year that is over comes in. */
export const ownCountJobs = (needs: { readonly transact: Transact; readonly workCounts: WorkCounts }): ModuleJobs => ({
  tasks: {},
  recurring: {
    'analysis.countAnew': { schedule: '20 2 2 * *', task: (municipalityId) => countAnew(needs, municipalityId) },
  },
})
