import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'

/** Living addresses on the list of a campaign, without those that said no in another campaign. */
export async function listedDoors(tx: Tx, campaignId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select address_id as id from detection.listed_doors(${campaignId})`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** Which of these addresses are among them. */
export async function listedAmong(tx: Tx, campaignId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select address_id as id from detection.listed_doors(${campaignId})
    where address_id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return new Set(rows.map(({ id }) => id))
}

/** All addresses on the list, whatever was said since. */
export async function listOf(tx: Tx, campaignId: string): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('detection.campaign_address')
    .select('address_id')
    .where('campaign_id', '=', campaignId)
    .execute()
  return rows.map(({ address_id }) => address_id)
}

/** Which of these addresses would rather have no visit, as said in another campaign whose lists still exist. */
export async function saidNoElsewhere(
  tx: Tx,
  campaignId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select said.id from detection.said_no_elsewhere(${campaignId}) as said (id)
    where said.id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return new Set(rows.map(({ id }) => id))
}

/** Puts addresses on the list; gives how many were not on it yet. */
export async function addToList(tx: Tx, campaignId: string, addressIds: readonly string[]): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into detection.campaign_address (municipality_id, zone_id, campaign_id, address_id)
    select c.municipality_id, c.zone_id, c.id, added.address_id
    from detection.campaign c cross join unnest(${[...addressIds]}::uuid[]) as added (address_id)
    where c.id = ${campaignId}
    on conflict do nothing`.execute(tx.db)
  return Number(numAffectedRows ?? 0n)
}

/** Takes one address off the list, or with none all of them; a letter made for it goes along. */
export async function removeFromList(tx: Tx, campaignId: string, addressId?: string): Promise<void> {
  const which = addressId === undefined ? sql`true` : sql`address_id = ${addressId}`
  await sql`delete from detection.campaign_letter where campaign_id = ${campaignId} and ${which}`.execute(tx.db)
  await sql`delete from detection.campaign_address where campaign_id = ${campaignId} and ${which}`.execute(tx.db)
}
