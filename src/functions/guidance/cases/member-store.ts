import type { Tx } from '../../../platform/database/transact.ts'

/** Somebody who works on a case; the lead answers for it. */
export type CaseMember = {
  readonly userId: string
  readonly isLead: boolean
  readonly addedBy: string
  readonly addedAt: Date
}
export type NewMember = {
  readonly caseId: string
  readonly zoneId: string
  readonly userId: string
  readonly isLead: boolean
  readonly addedBy: string
}

/** Who works on the case now, the lead first. */
export async function membersOf(tx: Tx, caseId: string): Promise<readonly CaseMember[]> {
  const rows = await tx.db
    .selectFrom('guidance.case_member')
    .select(['user_id', 'is_lead', 'added_by', 'added_at'])
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .orderBy('is_lead', 'desc')
    .orderBy('added_at')
    .execute()
  return rows.map((row) => ({
    userId: row.user_id,
    isLead: row.is_lead,
    addedBy: row.added_by,
    addedAt: row.added_at,
  }))
}

/** Who answers for the case. */
export async function leadOf(tx: Tx, caseId: string): Promise<string> {
  const row = await tx.db
    .selectFrom('guidance.case_member')
    .select('user_id')
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .where('is_lead', '=', true)
    .executeTakeFirstOrThrow()
  return row.user_id
}

/** Adds the first members of new cases. */
export async function addMembers(tx: Tx, members: readonly NewMember[]): Promise<void> {
  if (members.length === 0) return
  await tx.db
    .insertInto('guidance.case_member')
    .values(
      members.map(({ caseId, zoneId, userId, isLead, addedBy }) => ({
        municipality_id: tx.actor.municipalityId,
        case_id: caseId,
        user_id: userId,
        zone_id: zoneId,
        is_lead: isLead,
        added_by: addedBy,
        added_at: tx.now,
      })),
    )
    .execute()
}

/** Adds one colleague, or lets somebody back in who left. */
export async function addMember(tx: Tx, member: NewMember): Promise<void> {
  const { numUpdatedRows } = await tx.db
    .updateTable('guidance.case_member')
    .set({ ended_at: null, ended_by: null, added_by: member.addedBy, added_at: tx.now })
    .where('case_id', '=', member.caseId)
    .where('user_id', '=', member.userId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) await addMembers(tx, [member])
}

/** Ends a membership: from the next transaction on, that colleague sees nothing of the case. */
export async function endMember(tx: Tx, caseId: string, userId: string, endedBy: string): Promise<void> {
  await tx.db
    .updateTable('guidance.case_member')
    .set({ ended_at: tx.now, ended_by: endedBy })
    .where('case_id', '=', caseId)
    .where('user_id', '=', userId)
    .where('is_lead', '=', false)
    .where('ended_at', 'is', null)
    .execute()
}

/** Lets one transaction at a time decide who works on a case: it always has one lead. */
export async function holdMembers(tx: Tx, caseId: string): Promise<void> {
  await tx.db.selectFrom('guidance.case').select('id').where('id', '=', caseId).forNoKeyUpdate().execute()
}

/** Makes another member answer for the case; hold its members first. */
export async function passLead(tx: Tx, caseId: string, userId: string): Promise<void> {
  const ofCase = tx.db.updateTable('guidance.case_member').where('case_id', '=', caseId).where('ended_at', 'is', null)
  await ofCase.set({ is_lead: false }).where('is_lead', '=', true).execute()
  await ofCase.set({ is_lead: true }).where('user_id', '=', userId).execute()
}
