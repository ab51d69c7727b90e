import type { Transact } from '../../platform/database/transact.ts'
import type { ModuleJobs } from '../../platform/jobs/index.ts'
import { remindOfReview } from './access-review/reminding.ts'

type Needs = { readonly transact: Transact }

/** Every Monday morning: whether who has access must be looked at again (P18). */
export const municipalityJobs = (needs: Needs): ModuleJobs => ({
  recurring: {
    'municipalities.remindOfReview': {
      schedule: '0 6 * * 1',
      task: (municipalityId) => remindOfReview(needs, municipalityId),
    },
  },
})
