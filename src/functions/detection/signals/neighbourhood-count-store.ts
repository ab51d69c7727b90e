import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'

/**
 * How many cards came in during a calendar year, by neighbourhood (null: not known where), over all zones; none of people whose
 * data are frozen. NOTE for the program, which shows nobody a number as it stands here.
 */
export async function signalsByNeighbourhood(
  tx: Tx,
  year: number,
): Promise<readonly { readonly neighbourhoodId: string | null; readonly count: number }[]> {
  const { rows } = await sql<{ neighbourhoodId: string | null; count: number }>`
    select neighbourhood_id as "neighbourhoodId", count(*)::int as count from detection.signal
    where municipality_id = ${tx.actor.municipalityId}::uuid and merged_into is null
      and id not in (select detection.frozen_cards())
      and extract(year from received_at at time zone ${municipalTimeZone}) = ${year}
    group by neighbourhood_id`.execute(tx.db)
  return rows
}
