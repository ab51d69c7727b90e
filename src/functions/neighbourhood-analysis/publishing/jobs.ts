import { systemActor } from '../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import type { ModuleJobs } from '../../../platform/jobs/index.ts'
import { figuresChanged } from './protection/family-store.ts'
import { familiesToProtect, protectFamilies } from './protection/figure-protection.ts'

/** Works out what is hidden before somebody has to wait for it. Running twice changes nothing. */
export function publishingJobs({ transact }: { readonly transact: Transact }): ModuleJobs {
  const as = (municipalityId: string, task: string): Act => {
    const actor = systemActor(municipalityId, task)
    return (work) => transact(actor, work)
  }
  return {
    tasks: {},
    recurring: {
      'analysis.protectFigures': {
        schedule: '*/5 * * * *',
        task: (municipalityId) => protectAll(as(municipalityId, 'analysis.protectFigures')),
      },
      // NOTE addresses and areas that a command brings in move doors without a notice to this process.
      'analysis.protectAnew': {
        schedule: '40 3 * * *',
        task: async (municipalityId) => {
          const act = as(municipalityId, 'analysis.protectAnew')
          await act(figuresChanged)
          await protectAll(act)
        },
      },
    },
  }
}

type Act = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>

/** Each family in a transaction of its own: what is done is done, and one that fails keeps no other waiting. */
async function protectAll(act: Act): Promise<void> {
  const failures: unknown[] = []
  for (const root of await act((tx) => familiesToProtect(tx)))
    await act((tx) => protectFamilies(tx, [root])).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}
