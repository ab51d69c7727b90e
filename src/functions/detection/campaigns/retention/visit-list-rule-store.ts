import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'

/** The municipality's own rule for deleting visit lists after a campaign: off until somebody decided so. */
export type VisitListRule = {
  readonly isOn: boolean
  readonly days: number
  /** Where the decision can be found. */
  readonly reference: string
  readonly decidedBy: string
  readonly decidedOn: IsoDate
  readonly version: number
}

/** The rule; undefined when it was never decided. */
export async function visitListRule(tx: Tx): Promise<VisitListRule | undefined> {
  const { rows } = await sql<VisitListRule>`
    select is_on as "isOn", days, reference, decided_by as "decidedBy", decided_on as "decidedOn", version
    from detection.visit_list_rule`.execute(tx.db)
  return rows[0]
}

/** Saves the rule, based on `version` (0: there was none); false when somebody else changed it since. */
export async function saveVisitListRule(tx: Tx, userId: string, rule: VisitListRule): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into detection.visit_list_rule as kept
      (municipality_id, is_on, days, reference, decided_by, decided_on, changed_by, changed_at)
    values (${tx.actor.municipalityId}, ${rule.isOn}, ${rule.days}, ${rule.reference}, ${rule.decidedBy}, ${rule.decidedOn},
      ${userId}, ${tx.now})
    on conflict (municipality_id) do update
      set is_on = excluded.is_on, days = excluded.days, reference = excluded.reference, decided_by = excluded.decided_by,
        decided_on = excluded.decided_on, changed_by = excluded.changed_by, changed_at = excluded.changed_at,
        version = kept.version + 1
      where kept.version = ${rule.version}`.execute(tx.db)
  return (numAffectedRows ?? 0n) > 0n
}

/** Deletes the visit list, letters and opt-outs of a campaign; the counts stay. What hangs on a door goes along. */
export async function eraseLists(tx: Tx, campaignId: string, day: IsoDate): Promise<void> {
  await keepCounts(tx, campaignId)
  await sql`delete from detection.round_address where campaign_id = ${campaignId}`.execute(tx.db)
  await sql`delete from detection.round where campaign_id = ${campaignId}`.execute(tx.db)
  await sql`delete from detection.visitor_pair where campaign_id = ${campaignId}`.execute(tx.db)
  await sql`delete from detection.campaign_letter where campaign_id = ${campaignId}`.execute(tx.db)
  await sql`delete from detection.campaign_opt_out where campaign_id = ${campaignId}`.execute(tx.db)
  await sql`update detection.campaign set lists_erased_on = ${day} where id = ${campaignId}`.execute(tx.db)
}

async function keepCounts(tx: Tx, campaignId: string): Promise<void> {
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
    where c.id = ${campaignId} and counted.doors > 0`.execute(tx.db)
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
