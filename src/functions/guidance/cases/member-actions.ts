import type { Tx } from '../../../platform/database/transact.ts'
import { type Colleague, colleagues } from '../../../platform/identity/colleagues.ts'
import { passReturns } from '../handovers/handover-store.ts'
import { passTasks } from '../tasks/task-store.ts'
import { caseForAct } from './case-reading.ts'
import { noteEvent } from './event-store.ts'
import { addMember, endMember, holdMembers, leadOf, membersOf, passLead } from './member-store.ts'

type MemberResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly reason: 'notBoundBySecrecy' | 'isLead' | 'noMember' }

/** Colleagues who may join: same zone, bound by professional secrecy, in a role that works on cases, not in it yet. */
export async function possibleMembers(tx: Tx, zoneId: string, caseId: string): Promise<readonly Colleague[]> {
  const present = new Set((await membersOf(tx, caseId)).map(({ userId }) => userId))
  const all = await colleagues(tx, { roles: ['coordinator', 'socialWorker'], zoneId })
  return all.filter(({ secrecy, userId }) => secrecy === 'professionalSecrecy' && !present.has(userId))
}

/** Lets a colleague work on the case: refused for who is not bound by secrecy or works for another controller. */
export async function letIn(tx: Tx, caseId: string, userId: string): Promise<MemberResult> {
  const care = await caseForAct(tx, caseId, 'add case member')
  const isPossible = (await possibleMembers(tx, care.zoneId, caseId)).some((one) => one.userId === userId)
  if (!isPossible) return { kind: 'refused', reason: 'notBoundBySecrecy' }
  const addedBy = tx.actor.kind === 'staff' ? tx.actor.userId : care.openedBy
  await addMember(tx, { caseId, zoneId: care.zoneId, userId, isLead: false, addedBy })
  await noteEvent(tx, { caseId, zoneId: care.zoneId }, { kind: 'memberAdded', aboutId: userId })
  return { kind: 'done' }
}

/**
 * Ends somebody's work on the case; what they still had to do, and handovers that would return to them, go to the lead. The lead
 * passes the lead on first.
 */
export async function letGo(tx: Tx, caseId: string, userId: string): Promise<MemberResult> {
  const care = await caseForAct(tx, caseId, 'end case member')
  await holdMembers(tx, caseId)
  const lead = await leadOf(tx, caseId)
  if (lead === userId) return { kind: 'refused', reason: 'isLead' }
  if (!(await isMember(tx, caseId, userId))) return { kind: 'refused', reason: 'noMember' }
  await passTasks(tx, caseId, userId, lead)
  await passReturns(tx, caseId, userId, lead)
  await noteEvent(tx, { caseId, zoneId: care.zoneId }, { kind: 'memberEnded', aboutId: userId })
  const endedBy = tx.actor.kind === 'staff' ? tx.actor.userId : lead
  await endMember(tx, caseId, userId, endedBy)
  return { kind: 'done' }
}

/** Makes another member the lead. */
export async function makeLead(tx: Tx, caseId: string, userId: string): Promise<MemberResult> {
  const care = await caseForAct(tx, caseId, 'pass case lead')
  await holdMembers(tx, caseId)
  if (!(await isMember(tx, caseId, userId))) return { kind: 'refused', reason: 'noMember' }
  await passLead(tx, caseId, userId)
  await noteEvent(tx, { caseId, zoneId: care.zoneId }, { kind: 'leadPassed', aboutId: userId })
  return { kind: 'done' }
}

const isMember = async (tx: Tx, caseId: string, userId: string): Promise<boolean> =>
  (await membersOf(tx, caseId)).some((member) => member.userId === userId)
