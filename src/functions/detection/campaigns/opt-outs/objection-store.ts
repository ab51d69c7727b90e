import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import { chosenAmong } from '../../../../registers/places/index.ts'
import type { Campaign } from '../campaign.ts'
import { addOptOut } from './opt-out-store.ts'

/** Notes that an address objected to being visited, by campaigns of this zone now and later; said twice is the same. */
export async function addObjection(tx: Tx, zoneId: string, addressId: string, on: IsoDate): Promise<void> {
  await sql`
    insert into detection.visit_objection (municipality_id, zone_id, address_id, noted_on)
    values (${tx.actor.municipalityId}::uuid, ${zoneId}::uuid, ${addressId}::uuid, ${on}::date)
    on conflict do nothing`.execute(tx.db)
}

/** Takes it back: later campaigns may visit again. False when there was none. */
export async function removeObjection(tx: Tx, zoneId: string, addressId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from detection.visit_objection where zone_id = ${zoneId}::uuid and address_id = ${addressId}::uuid`.execute(
    tx.db,
  )
  return (numAffectedRows ?? 0n) > 0n
}

/** Since when an address objects; undefined: it does not. */
export async function objectionOf(tx: Tx, zoneId: string, addressId: string): Promise<IsoDate | undefined> {
  const row = await tx.db
    .selectFrom('detection.visit_objection')
    .select('noted_on')
    .where('zone_id', '=', zoneId)
    .where('address_id', '=', addressId)
    .executeTakeFirst()
  return row?.noted_on
}

/** Leaves addresses that objected out of a campaign, as if they had said so to it: no letter, no visit. */
export async function applyObjections(tx: Tx, campaign: Campaign): Promise<void> {
  const objected = await tx.db
    .selectFrom('detection.visit_objection')
    .select(['address_id', 'noted_on'])
    .where('zone_id', '=', campaign.zoneId)
    .execute()
  if (objected.length === 0) return
  const chosen = await chosenAmong(
    tx,
    campaign,
    objected.map(({ address_id }) => address_id),
  )
  for (const { address_id, noted_on } of objected)
    if (chosen.has(address_id))
      await addOptOut(tx, { campaignId: campaign.id, addressId: address_id, channel: 'phone', on: noted_on })
}
