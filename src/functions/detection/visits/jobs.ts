import { systemActor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import { tellColleague } from '../../../platform/identity/index.ts'
import type { ModuleJobs } from '../../../platform/jobs/index.ts'
import { forgetOldActs } from './acts/act-store.ts'
import { markEscalated, overdueOutings } from './outings/outing-store.ts'

type Needs = { readonly transact: Transact }

/** Every five minutes who is not back in time; every night what phones sent long ago. */
export const visitJobs = ({ transact }: Needs): ModuleJobs => ({
  recurring: {
    'detection.overdueOutings': {
      schedule: '*/5 * * * *',
      task: (municipalityId) => escalateOutings({ transact }, municipalityId),
    },
    'detection.forgetActs': {
      schedule: '30 2 * * *',
      task: (municipalityId) => transact(systemActor(municipalityId, 'forget acts'), forgetOldActs),
    },
  },
})

/** Tells the coordinator on call of each campaign that somebody is not back; nobody is told twice about the same. */
export function escalateOutings({ transact }: Needs, municipalityId: string): Promise<void> {
  return transact(systemActor(municipalityId, 'overdue outings'), async (tx) => {
    const overdue = await overdueOutings(tx, tx.now)
    await markEscalated(
      tx,
      overdue.map(({ id }) => id),
    )
    for (const { id } of overdue) tx.audit({ action: 'escalate outing', subject: { type: 'outing', id } })
    const onCall = new Set(overdue.map(({ onCallUserId }) => onCallUserId))
    for (const userId of onCall) await tellColleague(tx, userId)
  })
}
