import type { IsoDate } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'

/** Marks open tasks that are due on `today` or before as reminded of, each once; gives who has to hear of them. */
export async function remindDueTasks(tx: Tx, today: IsoDate): Promise<readonly string[]> {
  const rows = await tx.db
    .updateTable('guidance.task')
    .set({ reminded_on: today })
    .where('due_on', '<=', today)
    .where('done_at', 'is', null)
    .where('reminded_on', 'is', null)
    .returning('assignee_id')
    .execute()
  return [...new Set(rows.map(({ assignee_id }) => assignee_id))]
}
