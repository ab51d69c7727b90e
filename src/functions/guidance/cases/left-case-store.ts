import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'

/** Somebody who may work on cases of a zone now. */
export type CaseWorker = { readonly userId: string; readonly zoneId: string }

/** An open case whose lead may not work on it any more, with its members from the first on. */
export type LeftCase = {
  readonly caseId: string
  readonly zoneId: string
  readonly neighbourhoodId: string | null
  readonly leadId: string
  readonly memberIds: readonly string[]
}

/** Open cases whose lead is none of `workers` in their zone, oldest first; none of people whose data are frozen. As the program. */
export async function casesWithoutLead(tx: Tx, workers: readonly CaseWorker[]): Promise<readonly LeftCase[]> {
  const { rows } = await sql<LeftCase>`
    with worker as (${workersOf(workers)})
    select c.id as "caseId", c.zone_id as "zoneId", c.neighbourhood_id as "neighbourhoodId", lead.user_id as "leadId",
      array(select m.user_id from guidance.case_member m
        where m.municipality_id = c.municipality_id and m.case_id = c.id and m.ended_at is null
        order by m.added_at, m.user_id) as "memberIds"
    from guidance."case" c
    join guidance.case_member lead on lead.municipality_id = c.municipality_id and lead.case_id = c.id
      and lead.is_lead and lead.ended_at is null
    where c.state <> 'closed' and c.person_id not in (select people.frozen_people())
      and (lead.user_id, c.zone_id) not in (select user_id, zone_id from worker)
    order by c.opened_at, c.id`.execute(tx.db)
  return rows
}

/** Gives open tasks and handovers under way that stand in the name of somebody else than `workers` to the lead of their case. */
export async function passToLeads(tx: Tx, workers: readonly CaseWorker[]): Promise<void> {
  await sql`
    with worker as (${workersOf(workers)})
    update guidance.task t set assignee_id = lead.user_id, reminded_on = null
    from guidance.case_member lead, guidance."case" c
    where lead.municipality_id = t.municipality_id and lead.case_id = t.case_id and lead.is_lead and lead.ended_at is null
      and c.municipality_id = t.municipality_id and c.id = t.case_id and t.done_at is null and t.assignee_id <> lead.user_id
      and c.person_id not in (select people.frozen_people())
      and (t.assignee_id, c.zone_id) not in (select user_id, zone_id from worker)
      and (lead.user_id, c.zone_id) in (select user_id, zone_id from worker)`.execute(tx.db)
  await sql`
    with worker as (${workersOf(workers)})
    update guidance.handover h set returns_to = lead.user_id
    from guidance.case_member lead
    where lead.municipality_id = h.municipality_id and lead.case_id = h.case_id and lead.is_lead and lead.ended_at is null
      and h.state in ('proposed', 'agreed', 'introduced', 'accepted') and h.returns_to <> lead.user_id
      and h.person_id not in (select people.frozen_people())
      and (h.returns_to, h.zone_id) not in (select user_id, zone_id from worker)
      and (lead.user_id, h.zone_id) in (select user_id, zone_id from worker)`.execute(tx.db)
}

const workersOf = (workers: readonly CaseWorker[]) => sql`
  select user_id, zone_id from unnest(${workers.map(({ userId }) => userId)}::uuid[],
    ${workers.map(({ zoneId }) => zoneId)}::uuid[]) as worker (user_id, zone_id)`
