import { systemActor } from '../access/actor.ts'
import type { Transact } from '../database/transact.ts'
import type { ModuleJobs } from '../jobs/index.ts'
import { forgetAttemptsBefore } from './attempt-store.ts'

/** Longer than the window of any limit. */
const keptMs = 24 * 3_600_000

/** Forgets attempts that no limit counts any more. They are of the installation: the first municipality forgets them for all. */
export const limitJobs = ({ transact }: { readonly transact: Transact }): ModuleJobs => ({
  recurring: {
    'platform.forgetAttempts': {
      schedule: '35 * * * *',
      task: (municipalityId) =>
        transact(systemActor(municipalityId, 'platform.forgetAttempts'), (tx) =>
          forgetAttemptsBefore(tx, new Date(tx.now.getTime() - keptMs)),
        ),
    },
  },
})
