import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { Pair } from './pair.ts'

/** Pairs of a campaign that still go out, oldest first. */
export async function pairsOf(tx: Tx, campaignId: string): Promise<readonly Pair[]> {
  const { rows } = await sql<Pair>`
    select id, campaign_id as "campaignId", first_volunteer_id as "firstVolunteerId", second_volunteer_id as "secondVolunteerId"
    from detection.visitor_pair where campaign_id = ${campaignId} and ended_on is null order by id`.execute(tx.db)
  return rows
}

/** Keeps a pair; the same identifier twice is one pair. */
export async function addPair(tx: Tx, pair: Pair): Promise<void> {
  await sql`
    insert into detection.visitor_pair (municipality_id, id, zone_id, campaign_id, first_volunteer_id, second_volunteer_id)
    select c.municipality_id, ${pair.id}::uuid, c.zone_id, c.id, ${pair.firstVolunteerId}::uuid, ${pair.secondVolunteerId}::uuid
    from detection.campaign c where c.id = ${pair.campaignId}
    on conflict (municipality_id, id) do nothing`.execute(tx.db)
}

/** Ends a pair: its rounds from `day` on go, and their doors that are not settled wait for another pair. */
export async function endPair(tx: Tx, pairId: string, day: IsoDate): Promise<void> {
  await sql`
    update detection.round_address d set round_id = null, version = d.version + 1
    from detection.round r
    where r.municipality_id = d.municipality_id and r.id = d.round_id and r.pair_id = ${pairId} and r.day >= ${day}
      and d.state = 'open'`.execute(tx.db)
  await sql`
    delete from detection.round r
    where r.pair_id = ${pairId} and r.day >= ${day} and not exists (
      select from detection.round_address d where d.municipality_id = r.municipality_id and d.round_id = r.id)`.execute(
    tx.db,
  )
  await sql`update detection.visitor_pair set ended_on = ${day} where id = ${pairId}`.execute(tx.db)
}
