import { type IsoDate, isoDateIn } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../../platform/messages/index.ts'
import { frontDoorZone } from '../../../../registers/municipalities/index.ts'

/** The tables from which `eraseSheets` takes rows. */
export const sheetTables = ['analysis.survey_answer', 'analysis.survey_text'] as const

/**
 * Surveys of which the sheets are still there, finished before a moment; one that nobody finished ended on its last day. Nobody's zone has
 * them: whose front door it is decides.
 */
export async function surveysEndedBefore(
  tx: Tx,
  zoneId: string,
  before: Date,
): Promise<readonly { readonly id: string; readonly closedOn: IsoDate }[]> {
  if (zoneId !== (await frontDoorZone(tx))) return []
  const { rows } = await sql<{ id: string; closedOn: IsoDate }>`
    select id, coalesce(finished_on, closes_on) as "closedOn" from analysis.survey
    where state <> 'draft' and answers_gone_on is null
      and coalesce(finished_on, closes_on) < ${isoDateIn(municipalTimeZone, before)}::date
    order by 2, 1`.execute(tx.db)
  return rows
}

/** Deletes the sheets and texts of these surveys, which are finished from then on; gives how many rows of which table. As the program. */
export async function eraseSheets(tx: Tx, ids: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const gone = [...ids]
  const counts: Record<string, number> = {}
  for (const table of sheetTables) {
    const { numDeletedRows } = await tx.db.deleteFrom(table).where('survey_id', 'in', gone).executeTakeFirst()
    counts[table] = Number(numDeletedRows)
  }
  const today = isoDateIn(municipalTimeZone, tx.now)
  await sql`
    update analysis.survey set state = 'finished', finished_on = coalesce(finished_on, ${today}::date),
      answers_gone_on = coalesce(answers_gone_on, ${today}::date), version = version + 1
    where id = any(${gone}::uuid[])`.execute(tx.db)
  return counts
}
