import type { ListsDestroyed } from '../../functions/detection/index.ts'
import { systemActor } from '../../platform/access/actor.ts'
import type { Transact, Tx } from '../../platform/database/transact.ts'
import type { ModuleJobs } from '../../platform/jobs/index.ts'
import { executeTask, proposeDeletions } from './actions.ts'
import { executeDeletion, journalTask } from './executing.ts'
import { addToJournal, journalEntry, listsEntry } from './journal-file.ts'

type Needs = {
  readonly transact: Transact
  /** Where the journal of deletions is kept, beside the database; none: it is in the database alone. */
  readonly deletionsFile: string | undefined
}

/** The job that writes to the journal that the lists of a campaign are gone. */
const listsTask = 'retention.listsJournal'

/** Lets the journal know, after a campaign's lists were destroyed. */
export const noteListsDestroyed = (tx: Tx, { campaignId }: ListsDestroyed): Promise<void> =>
  tx.enqueue({ task: listsTask, payload: { id: campaignId } })

/** Proposing at night, deleting what was approved, and the journal that a restore follows. */
export const retentionJobs = ({ transact, deletionsFile }: Needs): ModuleJobs => ({
  tasks: {
    [executeTask]: ({ municipalityId, id = '' }) =>
      transact(systemActor(municipalityId, executeTask), (tx) => executeDeletion(tx, id)),
    [journalTask]: async ({ municipalityId, id = '' }) => {
      if (!deletionsFile) return
      const entry = await transact(systemActor(municipalityId, journalTask), (tx) => journalEntry(tx, id))
      if (entry) await addToJournal(deletionsFile, entry)
    },
    [listsTask]: async ({ municipalityId, id = '' }) => {
      if (!deletionsFile) return
      const entry = await transact(systemActor(municipalityId, listsTask), (tx) => listsEntry(tx, id))
      if (entry) await addToJournal(deletionsFile, entry)
    },
  },
  recurring: {
    'retention.propose': {
      schedule: '20 2 * * *',
      task: (municipalityId) => transact(systemActor(municipalityId, 'retention.propose'), proposeDeletions),
    },
  },
})
