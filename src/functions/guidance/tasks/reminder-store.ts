import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'

/**
 * Marks open tasks that are due on `today` or before as reminded of, each once; gives who has to hear of them. Tasks about people
 * whose data are frozen wait until they are let go.
 */
export async function remindDueTasks(tx: Tx, today: IsoDate): Promise<readonly string[]> {
  const rows = await tx.db
    .updateTable('guidance.task')
    .set({ reminded_on: today })
    .where('due_on', '<=', today)
    .where('done_at', 'is', null)
    .where('reminded_on', 'is', null)
    .where(sql<boolean>`case_id not in (select guidance.frozen_cases())`)
    .returning('assignee_id')
    .execute()
  return [...new Set(rows.map(({ assignee_id }) => assignee_id))]
}
