import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { Outcome } from '../campaign.ts'

/** How far a street is: counts of doors, no addresses. */
export type StreetProgress = {
  /** null: all doors without a street together; of a selected campaign all doors of the list. */
  readonly streetId: string | null
  readonly doors: number
  readonly done: number
  /** Rung at, nobody home or not now. */
  readonly again: number
  /** Without a round to come. */
  readonly waiting: number
}

/**
 * Doors per street of a campaign, those without a street last when it visits any, and of a selected campaign the whole list in one;
 * from the kept counts when the lists are gone.
 */
export async function progressOf(tx: Tx, campaignId: string): Promise<readonly StreetProgress[]> {
  const { rows } = await sql<StreetProgress>`
    select s.street_id as "streetId", coalesce(s.final_doors, count(d.id)) as doors,
      coalesce(s.final_done, count(d.id) filter (where d.state = 'done')) as done,
      count(d.id) filter (where d.state = 'open' and d.last_outcome is not null) as again,
      count(d.id) filter (where d.state = 'open' and d.round_id is null) as waiting
    from detection.campaign_street s
    left join detection.round_address d
      on d.municipality_id = s.municipality_id and d.campaign_id = s.campaign_id and d.street_id = s.street_id
      and not exists (select from detection.campaign_opt_out o
        where o.municipality_id = d.municipality_id and o.campaign_id = d.campaign_id and o.address_id = d.address_id)
    where s.campaign_id = ${campaignId}
    group by s.street_id, s.final_doors, s.final_done
    union all
    select null, coalesce(c.final_streetless_doors, count(d.id)),
      coalesce(c.final_streetless_done, count(d.id) filter (where d.state = 'done')),
      count(d.id) filter (where d.state = 'open' and d.last_outcome is not null),
      count(d.id) filter (where d.state = 'open' and d.round_id is null)
    from detection.campaign c
    left join detection.round_address d
      on d.municipality_id = c.municipality_id and d.campaign_id = c.id and d.street_id is null
      and not exists (select from detection.campaign_opt_out o
        where o.municipality_id = d.municipality_id and o.campaign_id = d.campaign_id and o.address_id = d.address_id)
    where c.id = ${campaignId} and exists (select from detection.campaign_neighbourhood n
      where n.municipality_id = c.municipality_id and n.campaign_id = c.id and n.takes_streetless)
    group by c.final_streetless_doors, c.final_streetless_done
    union all
    select null, coalesce(c.final_list_doors, count(d.id)),
      coalesce(c.final_list_done, count(d.id) filter (where d.state = 'done')),
      count(d.id) filter (where d.state = 'open' and d.last_outcome is not null),
      count(d.id) filter (where d.state = 'open' and d.round_id is null)
    from detection.campaign c
    left join detection.round_address d
      on d.municipality_id = c.municipality_id and d.campaign_id = c.id
      and not exists (select from detection.campaign_opt_out o
        where o.municipality_id = d.municipality_id and o.campaign_id = d.campaign_id and o.address_id = d.address_id)
    where c.id = ${campaignId} and c.kind = 'selected'
    group by c.final_list_doors, c.final_list_done`.execute(tx.db)
  return rows
}

/** Doors per last outcome in a whole campaign, `optedOut` and doors not rung at yet (`none`) too. */
export async function outcomesOf(
  tx: Tx,
  campaignId: string,
): Promise<readonly { key: Outcome | 'optedOut' | 'none'; count: number }[]> {
  const { rows } = await sql<{ key: Outcome | 'optedOut' | 'none'; count: number }>`
    select outcome as key, doors as count from detection.campaign_result where campaign_id = ${campaignId}
    union all
    select coalesce(d.last_outcome, 'none'), count(*) from detection.round_address d
    where d.campaign_id = ${campaignId} and not exists (
      select from detection.campaign_opt_out o
      where o.municipality_id = d.municipality_id and o.campaign_id = d.campaign_id and o.address_id = d.address_id)
    group by 1
    union all
    select 'optedOut', count(*) from detection.campaign_opt_out where campaign_id = ${campaignId} having count(*) > 0`.execute(
    tx.db,
  )
  return rows
}

/** A round as a line in a list. */
export type RoundLine = {
  readonly id: string
  readonly number: number
  readonly pairId: string
  readonly firstVolunteerId: string
  readonly secondVolunteerId: string
  readonly day: IsoDate
  readonly metres: number
  readonly doors: number
  readonly done: number
}

/** Rounds of a campaign on `today` or later with a door that is still to be visited, by day. */
export async function roundsToCome(
  tx: Tx,
  campaignId: string,
  today: IsoDate,
): Promise<readonly Pick<RoundLine, 'id' | 'pairId' | 'day'>[]> {
  const { rows } = await sql<Pick<RoundLine, 'id' | 'pairId' | 'day'>>`
    select r.id, r.pair_id as "pairId", r.day from detection.round r
    where r.campaign_id = ${campaignId} and r.day >= ${today} and exists (
      select from detection.round_address d
      where d.municipality_id = r.municipality_id and d.round_id = r.id and d.state <> 'done'
        and not exists (select from detection.campaign_opt_out o
          where o.municipality_id = d.municipality_id and o.campaign_id = d.campaign_id and o.address_id = d.address_id))
    order by r.day, r.number`.execute(tx.db)
  return rows
}

/** Rounds of a campaign by day, with doors that would rather have no visit left out. */
export async function roundLines(tx: Tx, campaignId: string): Promise<readonly RoundLine[]> {
  const { rows } = await sql<RoundLine>`
    select r.id, r.number, r.pair_id as "pairId", p.first_volunteer_id as "firstVolunteerId",
      p.second_volunteer_id as "secondVolunteerId", r.day, r.metres,
      count(d.id) as doors, count(d.id) filter (where d.state = 'done') as done
    from detection.round r
    join detection.visitor_pair p on p.municipality_id = r.municipality_id and p.id = r.pair_id
    left join detection.round_address d on d.municipality_id = r.municipality_id and d.round_id = r.id
      and not exists (select from detection.campaign_opt_out o
        where o.municipality_id = d.municipality_id and o.campaign_id = d.campaign_id and o.address_id = d.address_id)
    where r.campaign_id = ${campaignId}
    group by r.municipality_id, r.id, p.municipality_id, p.id
    order by r.day, r.number`.execute(tx.db)
  return rows
}
