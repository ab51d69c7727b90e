import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'

/** What was planned and done in a case, as counts: goals that were not dropped, and actions including handovers that were made. */
export async function progressOf(
  tx: Tx,
  caseId: string,
): Promise<{ readonly goals: number; readonly actions: number }> {
  const { rows } = await sql<{ goals: number; actions: number }>`
    select (select count(*)::int from guidance.goal where case_id = ${caseId} and state <> 'dropped') as goals,
      (select count(*)::int from guidance.domain_fact where case_id = ${caseId} and kind = 'action')
      + (select count(*)::int from guidance.handover where case_id = ${caseId}
          and state not in ('proposed', 'withdrawn')) as actions`.execute(tx.db)
  return rows[0] ?? { goals: 0, actions: 0 }
}
