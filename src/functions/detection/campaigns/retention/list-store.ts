import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { DestroyedCounts } from '../certificates/certificate.ts'

/** Keeps others from the lists of a campaign for this transaction; false when they are gone. */
export async function holdLists(tx: Tx, campaignId: string): Promise<boolean> {
  const { rows } = await sql`
    select from detection.campaign where id = ${campaignId}::uuid and lists_erased_on is null for update`.execute(tx.db)
  return rows.length > 0
}

/** Deletes lists, letters and opt-outs of a campaign and counts them; the tallies stay. What hangs on a door goes along. */
export async function eraseLists(tx: Tx, campaignId: string, day: IsoDate): Promise<DestroyedCounts> {
  await keepCounts(tx, campaignId)
  const roundAddresses = await erase(tx, 'detection.round_address', campaignId)
  const rounds = await erase(tx, 'detection.round', campaignId)
  const pairs = await erase(tx, 'detection.visitor_pair', campaignId)
  const letters = await erase(tx, 'detection.campaign_letter', campaignId)
  const optOuts = await erase(tx, 'detection.campaign_opt_out', campaignId)
  const listedAddresses = await erase(tx, 'detection.campaign_address', campaignId)
  await sql`update detection.campaign set lists_erased_on = ${day} where id = ${campaignId}`.execute(tx.db)
  return { listedAddresses, roundAddresses, rounds, pairs, letters, optOuts }
}

type ListTable =
  | 'detection.round_address'
  | 'detection.round'
  | 'detection.visitor_pair'
  | 'detection.campaign_letter'
  | 'detection.campaign_opt_out'
  | 'detection.campaign_address'

async function erase(tx: Tx, table: ListTable, campaignId: string): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from ${sql.table(table)} where campaign_id = ${campaignId}`.execute(tx.db)
  return Number(numAffectedRows ?? 0n)
}

async function keepCounts(tx: Tx, campaignId: string): Promise<void> {
  await keepStreetCounts(tx, campaignId)
  await keepListCounts(tx, campaignId)
  await sql`
    insert into detection.campaign_result (municipality_id, zone_id, campaign_id, outcome, doors)
    select municipality_id, zone_id, campaign_id, last_outcome, count(*)
    from detection.round_address where campaign_id = ${campaignId} and last_outcome is not null
    group by municipality_id, zone_id, campaign_id, last_outcome
    union all
    select municipality_id, zone_id, campaign_id, 'optedOut', count(*)
    from detection.campaign_opt_out where campaign_id = ${campaignId}
    group by municipality_id, zone_id, campaign_id
    on conflict do nothing`.execute(tx.db)
}

async function keepStreetCounts(tx: Tx, campaignId: string): Promise<void> {
  await sql`
    update detection.campaign_street s set final_doors = counted.doors, final_done = counted.done
    from (
      select street_id, count(*) as doors, count(*) filter (where state = 'done') as done
      from detection.round_address where campaign_id = ${campaignId} group by street_id
    ) counted
    where s.campaign_id = ${campaignId} and s.street_id = counted.street_id`.execute(tx.db)
  await sql`
    update detection.campaign c
    set final_streetless_doors = counted.doors, final_streetless_done = counted.done
    from (
      select count(*) as doors, count(*) filter (where state = 'done') as done
      from detection.round_address where campaign_id = ${campaignId} and street_id is null
    ) counted
    where c.id = ${campaignId} and c.kind = 'wholeStreet' and counted.doors > 0`.execute(tx.db)
}

/** Of a list only the whole: a street with one door of it would point at that door. */
async function keepListCounts(tx: Tx, campaignId: string): Promise<void> {
  await sql`
    update detection.campaign c set final_list_doors = counted.doors, final_list_done = counted.done
    from (
      select count(*) as doors, count(*) filter (where state = 'done') as done
      from detection.round_address where campaign_id = ${campaignId}
    ) counted
    where c.id = ${campaignId} and c.kind = 'selected'`.execute(tx.db)
}
