import type { Tx } from '../../../platform/database/transact.ts'
import { type Colleague, colleagues, tellColleague } from '../../../platform/identity/index.ts'
import { noteEvent } from './event-store.ts'
import { casesWithoutLead, type LeftCase, passToLeads } from './left-case-store.ts'
import { addMember, holdMembers, passLead } from './member-store.ts'

/**
 * Lets no case lie with somebody who left or is not bound by secrecy any more: the lead passes to another member, else to a
 * colleague who may be in it, and what stood in the name of who cannot do it goes to the lead. While there is nobody, the case
 * waits for the next night. As the program (decision 0570).
 */
export async function passLeftCases(tx: Tx): Promise<void> {
  const workers = (await colleagues(tx, { roles: ['coordinator', 'socialWorker'] })).filter(
    ({ secrecy }) => secrecy === 'professionalSecrecy',
  )
  for (const left of await casesWithoutLead(tx, workers)) {
    const heir = heirOf(left, workers)
    if (!heir) continue
    await passTo(tx, left, heir)
    await tellColleague(tx, heir)
  }
  await passToLeads(tx, workers)
}

/**
 * Who answers for a case whose lead cannot: the member who is longest in it, else a coordinator of its zone who covers its
 * neighbourhood, else a social worker who does; the first by name. `workers` may work on cases now.
 */
export function heirOf(
  { zoneId, neighbourhoodId, memberIds }: Omit<LeftCase, 'caseId' | 'leadId'>,
  workers: readonly Pick<Colleague, 'userId' | 'zoneId' | 'role' | 'neighbourhoods' | 'name'>[],
): string | undefined {
  const here = workers.filter((worker) => worker.zoneId === zoneId)
  const member = memberIds.find((id) => here.some(({ userId }) => userId === id))
  if (member) return member
  const covering = here.filter(
    ({ neighbourhoods }) =>
      neighbourhoods === 'all' || neighbourhoodId === null || neighbourhoods.includes(neighbourhoodId),
  )
  const [first] = covering.toSorted(
    (one, other) =>
      Number(one.role !== 'coordinator') - Number(other.role !== 'coordinator') || one.name.localeCompare(other.name),
  )
  return first?.userId
}

async function passTo(tx: Tx, { caseId, zoneId, leadId, memberIds }: LeftCase, heir: string): Promise<void> {
  await holdMembers(tx, caseId)
  if (!memberIds.includes(heir)) await addMember(tx, { caseId, zoneId, userId: heir, isLead: false, addedBy: leadId })
  await passLead(tx, caseId, heir)
  await noteEvent(tx, { caseId, zoneId }, { kind: 'leadPassed', aboutId: heir })
  tx.audit({
    action: 'pass case lead',
    subject: { type: 'case', id: caseId },
    zoneId,
    reason: 'the lead cannot any more',
  })
}
