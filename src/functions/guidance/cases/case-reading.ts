import { auditOnceADay } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { notFound, restricted } from '../../../platform/http/index.ts'
import { type Case, caseById, caseFrozenSince } from './case-store.ts'

/**
 * The case for a member of it, with the line in the audit log that every reading leaves (P17). Who is no member, whatever
 * their role, finds nothing. `reason` says in code words for what it was opened: `plan`, `notes`.
 */
export async function readCase(tx: Tx, id: string, reason: string): Promise<Case> {
  return caseForAct(tx, id, 'read case', reason)
}

/** The case for an act on it; the act's own words stand in the audit log. */
export async function caseForAct(tx: Tx, id: string, action: string, reason?: string): Promise<Case> {
  if (!isIdentifier(id)) notFound('case', 'of that form')
  const care = await caseById(tx, id)
  if (!care) return frozenOrNotFound(tx, id)
  tx.audit({ action, subject: { type: 'case', id: care.id }, personId: care.personId, reason })
  return care
}

/** Who is a member of the case is told that it is frozen; everybody else finds nothing. */
async function frozenOrNotFound(tx: Tx, id: string): Promise<never> {
  const since = await caseFrozenSince(tx, id)
  return since ? restricted('case', since) : notFound('case', id)
}

/** Notes that the actor saw names and words of their own cases in a list; `of` says which list. Once a day for each (P17). */
export async function noteListOfCases(tx: Tx, of: string): Promise<void> {
  if (tx.actor.kind !== 'staff') return
  await auditOnceADay(tx, { action: 'list cases', subject: { type: 'list', id: of }, reason: of })
}

/** Whether a part of an address can be an identifier at all. */
export const isIdentifier = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
