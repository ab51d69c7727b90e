import { addWorkingDays, isoDateIn } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'
import { tellColleague } from '../../../platform/identity/index.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import type { AgreementWithdrawn } from '../../../registers/agreements/index.ts'
import { addTasks } from '../tasks/task-store.ts'
import { noteEvent } from './event-store.ts'
import { membersOfOpenCases } from './open-case-store.ts'

/**
 * Somebody took an agreement back: everybody who works on a case of that person stops telling on it, so each of them finds it
 * on the timeline and among their tasks, and gets a mail that says nothing. Who noted it knows. Runs as the program.
 */
export async function tellMembersOfWithdrawal(tx: Tx, { personId, notedBy }: AgreementWithdrawn): Promise<void> {
  const dueOn = addWorkingDays(isoDateIn(municipalTimeZone, tx.now), 1)
  for (const { caseId, zoneId, memberIds } of await membersOfOpenCases(tx, personId)) {
    await noteEvent(tx, { caseId, zoneId }, { kind: 'sharingStopped' })
    const told = memberIds.filter((member) => member !== notedBy)
    await addTasks(
      tx,
      told.map((assigneeId) => ({ caseId, zoneId, kind: 'agreementWithdrawn' as const, dueOn, assigneeId })),
    )
    for (const member of told) await tellColleague(tx, member)
  }
}
