import { addDays, type IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { Campaign } from './campaign.ts'

/** Campaigns of the zone, those that need work first: running, announced, planned, then ended ones, newest first. */
export function campaignsIn(tx: Tx): Promise<readonly Campaign[]> {
  return campaignsWhere(tx, sql`true`)
}

/** One campaign; undefined when there is none to see. */
export async function campaignById(tx: Tx, id: string): Promise<Campaign | undefined> {
  return (await campaignsWhere(tx, sql`c.id = ${id}`))[0]
}

/** A campaign as it is once nobody else is taking a step with it; nobody can until this transaction is over. */
export async function lockCampaign(tx: Tx, id: string): Promise<Campaign | undefined> {
  await tx.db.selectFrom('detection.campaign').select('id').where('id', '=', id).forNoKeyUpdate().execute()
  return campaignById(tx, id)
}

/** Campaigns that have not ended, of all zones the actor sees. */
export function openCampaigns(tx: Tx): Promise<readonly Campaign[]> {
  return campaignsWhere(tx, sql`c.state <> 'ended'`)
}

/** Ended campaigns whose lists must go today: the term of `days` is over, or the day fixed for a selected one has come. */
export function campaignsWithDueLists(tx: Tx, today: IsoDate, days: number): Promise<readonly Campaign[]> {
  const day = addDays(today, -days)
  return campaignsWhere(
    tx,
    sql`c.lists_erased_on is null and (c.ended_on <= ${day} or c.ended_on is not null and c.destroy_on <= ${today})`,
  )
}

async function campaignsWhere(tx: Tx, condition: ReturnType<typeof sql>): Promise<readonly Campaign[]> {
  const { rows } = await sql<Campaign>`
    select c.id, c.zone_id as "zoneId", c.kind, c.name, c.reason, c.decided_by as "decidedBy", c.decided_on as "decidedOn",
      c.legal_ground_type as "legalGroundType", c.legal_ground as "legalGround", c.criteria, c.letter_words as "letterWords", c.destroy_on as "destroyOn",
      c.languages, c.starts_on as "startsOn",
      c.ends_on as "endsOn", c.on_call_user_id as "onCallUserId", c.state, c.announced_on as "announcedOn",
      c.started_on as "startedOn", c.ended_on as "endedOn", c.lists_erased_on as "listsErasedOn", c.version,
      array(select n.neighbourhood_id from detection.campaign_neighbourhood n
            where n.municipality_id = c.municipality_id and n.campaign_id = c.id) as "neighbourhoodIds",
      array(select s.street_id from detection.campaign_street s
            where s.municipality_id = c.municipality_id and s.campaign_id = c.id) as "streetIds",
      array(select n.neighbourhood_id from detection.campaign_neighbourhood n
            where n.municipality_id = c.municipality_id and n.campaign_id = c.id and n.takes_streetless) as "streetlessIn",
      (select count(*) from detection.campaign_address l
       where l.municipality_id = c.municipality_id and l.campaign_id = c.id) as listed
    from detection.campaign c
    where ${condition}
    order by array_position(array['running', 'announced', 'planned', 'ended'], c.state), c.starts_on desc, c.id`.execute(
    tx.db,
  )
  return rows
}

/** What somebody fills in about a campaign. */
export type CampaignDetails = Pick<
  Campaign,
  | 'kind'
  | 'name'
  | 'reason'
  | 'decidedBy'
  | 'decidedOn'
  | 'legalGroundType'
  | 'legalGround'
  | 'criteria'
  | 'letterWords'
  | 'destroyOn'
  | 'languages'
  | 'startsOn'
  | 'endsOn'
  | 'onCallUserId'
  | 'neighbourhoodIds'
>

/** The living doors of a campaign as a table `chosen` of `address_id` and `street_id`, opted out or not. */
export const doorsOf = ({ id, kind, streetIds, neighbourhoodIds, streetlessIn }: Campaign) =>
  kind === 'selected'
    ? sql`detection.listed_doors(${id}) chosen`
    : sql`places.chosen_doors(${[...streetIds]}::uuid[], ${[...neighbourhoodIds]}::uuid[], ${[...streetlessIn]}::uuid[]) chosen`

/** Makes a planned campaign in `zoneId`; sending the same identifier twice makes one, as it was sent first. */
export async function addCampaign(
  tx: Tx,
  { id, zoneId, createdBy }: { readonly id: string; readonly zoneId: string; readonly createdBy: string },
  details: CampaignDetails,
): Promise<void> {
  const { numInsertedOrUpdatedRows = 0n } = await tx.db
    .insertInto('detection.campaign')
    .values({
      municipality_id: tx.actor.municipalityId,
      id,
      zone_id: zoneId,
      created_by: createdBy,
      kind: details.kind,
      ...columnsOf(details),
    })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows > 0n) await saveNeighbourhoods(tx, id, details.neighbourhoodIds)
}

/** Saves details based on `version`; false when somebody else changed the campaign since. */
export async function changeCampaign(tx: Tx, id: string, version: number, details: CampaignDetails): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('detection.campaign')
    .set({ ...columnsOf(details), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  await saveNeighbourhoods(tx, id, details.neighbourhoodIds)
  return true
}

/** Keeps a step of a campaign: its state and the days that go with it. */
export async function saveStep(tx: Tx, campaign: Campaign): Promise<void> {
  const { id, state, announcedOn, startedOn, endedOn, version } = campaign
  await tx.db
    .updateTable('detection.campaign')
    .set({ state, announced_on: announcedOn, started_on: startedOn, ended_on: endedOn, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

/** What is chosen of a campaign's neighbourhoods. */
export type ChosenPlaces = Pick<Campaign, 'streetIds' | 'streetlessIn'>

/** Replaces the streets of a campaign, and whose doors without a street go along. */
export async function savePlaces(tx: Tx, id: string, { streetIds, streetlessIn }: ChosenPlaces): Promise<void> {
  await sql`
    update detection.campaign_neighbourhood set takes_streetless = neighbourhood_id = any(${[...streetlessIn]}::uuid[])
    where campaign_id = ${id}`.execute(tx.db)
  await sql`
    delete from detection.campaign_street
    where campaign_id = ${id} and street_id <> all(${[...streetIds]}::uuid[])`.execute(tx.db)
  await sql`
    insert into detection.campaign_street (municipality_id, zone_id, campaign_id, street_id)
    select c.municipality_id, c.zone_id, c.id, chosen.street_id
    from detection.campaign c cross join unnest(${[...streetIds]}::uuid[]) as chosen (street_id)
    where c.id = ${id}
    on conflict do nothing`.execute(tx.db)
}

/** Notes that a campaign changed since `version`; false when somebody else changed it since. */
export async function raiseVersion(tx: Tx, id: string, version: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('detection.campaign')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

async function saveNeighbourhoods(tx: Tx, id: string, neighbourhoodIds: readonly string[]): Promise<void> {
  await sql`
    delete from detection.campaign_neighbourhood
    where campaign_id = ${id} and neighbourhood_id <> all(${[...neighbourhoodIds]}::uuid[])`.execute(tx.db)
  await sql`
    insert into detection.campaign_neighbourhood (municipality_id, zone_id, campaign_id, neighbourhood_id)
    select c.municipality_id, c.zone_id, c.id, chosen.neighbourhood_id
    from detection.campaign c cross join unnest(${[...neighbourhoodIds]}::uuid[]) as chosen (neighbourhood_id)
    where c.id = ${id}
    on conflict do nothing`.execute(tx.db)
}

function columnsOf(details: CampaignDetails) {
  return {
    name: details.name,
    reason: details.reason,
    decided_by: details.decidedBy,
    decided_on: details.decidedOn,
    legal_ground_type: details.legalGroundType,
    legal_ground: details.legalGround,
    criteria: details.criteria,
    letter_words: details.letterWords,
    destroy_on: details.destroyOn,
    languages: [...details.languages],
    starts_on: details.startsOn,
    ends_on: details.endsOn,
    on_call_user_id: details.onCallUserId,
  }
}
