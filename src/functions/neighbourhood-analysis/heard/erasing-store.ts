import { type IsoDate, isoDateIn } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import { frontDoorZone } from '../../../registers/municipalities/index.ts'

/**
 * Occasions of years that ended before a moment: they are told summed over a year, and a year that goes day by day would tell each of
 * them. No zone has them: whose front door it is decides.
 */
export async function occasionsEndedBefore(
  tx: Tx,
  zoneId: string,
  before: Date,
): Promise<readonly { readonly id: string; readonly closedOn: IsoDate }[]> {
  if (zoneId !== (await frontDoorZone(tx))) return []
  const { rows } = await sql<{ id: string; closedOn: IsoDate }>`
    select id, make_date(extract(year from on_day)::int, 12, 31) as "closedOn" from analysis.heard_occasion
    where make_date(extract(year from on_day)::int, 12, 31) < ${isoDateIn(municipalTimeZone, before)}::date
    order by on_day, id`.execute(tx.db)
  return rows
}

/** Deletes occasions with their counts; gives how many rows of which table. As the program. */
export async function eraseOccasions(tx: Tx, ids: readonly string[]): Promise<Readonly<Record<string, number>>> {
  if (ids.length === 0) return {}
  const gone = [...ids]
  const tallies = await tx.db.deleteFrom('analysis.heard_tally').where('occasion_id', 'in', gone).executeTakeFirst()
  const occasions = await tx.db.deleteFrom('analysis.heard_occasion').where('id', 'in', gone).executeTakeFirst()
  return {
    'analysis.heard_occasion': Number(occasions.numDeletedRows),
    'analysis.heard_tally': Number(tallies.numDeletedRows),
  }
}
