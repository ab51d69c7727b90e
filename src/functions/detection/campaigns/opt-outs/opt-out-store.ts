import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'

/** How an address said: rather no visit. */
export type OptOutChannel = 'code' | 'phone'

/** Notes that an address would rather have no visit; said twice is the same. */
export async function addOptOut(
  tx: Tx,
  {
    campaignId,
    addressId,
    channel,
    on,
  }: { campaignId: string; addressId: string; channel: OptOutChannel; on: IsoDate },
): Promise<void> {
  await sql`
    insert into detection.campaign_opt_out (municipality_id, zone_id, campaign_id, address_id, channel, noted_on)
    select c.municipality_id, c.zone_id, c.id, ${addressId}::uuid, ${channel}, ${on}::date
    from detection.campaign c where c.id = ${campaignId}
    on conflict do nothing`.execute(tx.db)
}

/** Takes it back: a visit is welcome after all. */
export async function removeOptOut(tx: Tx, campaignId: string, addressId: string): Promise<void> {
  await tx.db
    .deleteFrom('detection.campaign_opt_out')
    .where('campaign_id', '=', campaignId)
    .where('address_id', '=', addressId)
    .execute()
}

/** Addresses of a campaign that would rather have no visit. */
export async function optedOutOf(tx: Tx, campaignId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('detection.campaign_opt_out')
    .select('address_id')
    .where('campaign_id', '=', campaignId)
    .execute()
  return new Set(rows.map(({ address_id }) => address_id))
}
