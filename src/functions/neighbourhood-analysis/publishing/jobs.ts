import { systemActor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import type { ModuleJobs } from '../../../platform/jobs/index.ts'
import { figuresChanged, protectFigures } from './figure-protection.ts'

/** Works out what is hidden before somebody has to wait for it. Running twice changes nothing. */
export function publishingJobs({ transact }: { readonly transact: Transact }): ModuleJobs {
  return {
    tasks: {},
    recurring: {
      'analysis.protectFigures': {
        schedule: '*/5 * * * *',
        task: (municipalityId) =>
          transact(systemActor(municipalityId, 'analysis.protectFigures'), (tx) => protectFigures(tx)),
      },
      // NOTE addresses and areas that a command brings in move doors without a notice to this process.
      'analysis.protectAnew': {
        schedule: '40 3 * * *',
        task: (municipalityId) =>
          transact(systemActor(municipalityId, 'analysis.protectAnew'), async (tx) => {
            await figuresChanged(tx)
            await protectFigures(tx)
          }),
      },
    },
  }
}
