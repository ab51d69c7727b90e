import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../../platform/messages/index.ts'

/** The two volunteers of each of these rounds, as far as the actor may see the round. */
export async function volunteersOfRounds(
  tx: Tx,
  roundIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (roundIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('detection.round as r')
    .innerJoin('detection.visitor_pair as p', (join) =>
      join.onRef('p.municipality_id', '=', 'r.municipality_id').onRef('p.id', '=', 'r.pair_id'),
    )
    .select(['r.id', 'p.first_volunteer_id', 'p.second_volunteer_id'])
    .where('r.id', '=', sql<string>`any(${[...new Set(roundIds)]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, [row.first_volunteer_id, row.second_volunteer_id]]))
}

/** The last day in Brussels on which each account went on a visit, as far as the actor may see visits. */
export async function lastVisitDays(tx: Tx): Promise<ReadonlyMap<string, IsoDate>> {
  const { rows } = await sql<{ visitorId: string; day: IsoDate }>`
    select visitor_id as "visitorId", max((visited_at at time zone ${municipalTimeZone})::date) as day
    from detection.visit group by visitor_id`.execute(tx.db)
  return new Map(rows.map(({ visitorId, day }) => [visitorId, day]))
}
