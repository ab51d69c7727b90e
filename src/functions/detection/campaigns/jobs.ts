import { isoDateIn } from '@meernet/calendar'
import { systemActor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import type { ModuleJobs } from '../../../platform/jobs/index.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import { takeDueSteps } from './plan/actions.ts'
import { destroyDueLists } from './retention/destroy-lists.ts'

type Needs = { readonly transact: Transact }

/** What returns every night: campaigns start and end on their day, and lists go when the municipality decided so. */
export const campaignJobs = ({ transact }: Needs): ModuleJobs => ({
  recurring: {
    'campaigns.daily': {
      schedule: '30 2 * * *',
      task: (municipalityId) =>
        transact(systemActor(municipalityId, 'campaigns.daily'), async (tx) => {
          const today = isoDateIn(municipalTimeZone, tx.now)
          await takeDueSteps(tx, today)
          await destroyDueLists(tx, today)
        }),
    },
  },
})
