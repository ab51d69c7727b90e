import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'

/** An open case with who answers for it; for the program, which is in no case. */
export type OpenCase = { readonly caseId: string; readonly zoneId: string; readonly leadId: string }

/** The open cases of these people, but of those whose data are frozen. */
export async function openCasesOf(tx: Tx, personIds: readonly string[]): Promise<readonly OpenCase[]> {
  if (personIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('guidance.case as c')
    .innerJoin('guidance.case_member as m', (join) =>
      join.onRef('m.municipality_id', '=', 'c.municipality_id').onRef('m.case_id', '=', 'c.id'),
    )
    .select(['c.id', 'c.zone_id', 'm.user_id'])
    .where('c.person_id', 'in', [...personIds])
    .where(sql<boolean>`c.person_id not in (select people.frozen_people())`)
    .where('c.state', '<>', 'closed')
    .where('m.is_lead', '=', true)
    .where('m.ended_at', 'is', null)
    .execute()
  return rows.map((row) => ({ caseId: row.id, zoneId: row.zone_id, leadId: row.user_id }))
}

/** The open cases of somebody with all who work on them. */
export async function membersOfOpenCases(
  tx: Tx,
  personId: string,
): Promise<readonly { readonly caseId: string; readonly zoneId: string; readonly memberIds: readonly string[] }[]> {
  const rows = await tx.db
    .selectFrom('guidance.case as c')
    .innerJoin('guidance.case_member as m', (join) =>
      join.onRef('m.municipality_id', '=', 'c.municipality_id').onRef('m.case_id', '=', 'c.id'),
    )
    .select(['c.id', 'c.zone_id', 'm.user_id'])
    .where('c.person_id', '=', personId)
    .where('c.state', '<>', 'closed')
    .where('m.ended_at', 'is', null)
    .orderBy('m.added_at')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id)].map(([caseId, members]) => ({
    caseId,
    zoneId: members[0]?.zone_id ?? '',
    memberIds: members.map(({ user_id }) => user_id),
  }))
}
