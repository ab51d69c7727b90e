import { systemActor } from '../access/actor.ts'
import type { Transact } from '../database/transact.ts'
import type { ModuleJobs } from '../jobs/index.ts'
import { keptForMs } from './keep-for-reading.ts'
import { forgetSentBefore } from './sent-file-store.ts'

/** Lets sent files go with which nobody went on for a day. */
export const sentFileJobs = ({ transact }: { readonly transact: Transact }): ModuleJobs => ({
  recurring: {
    'platform.forgetSentFiles': {
      schedule: '25 * * * *',
      task: (municipalityId) =>
        transact(systemActor(municipalityId, 'platform.forgetSentFiles'), (tx) =>
          forgetSentBefore(tx, new Date(tx.now.getTime() - keptForMs)),
        ),
    },
  },
})
