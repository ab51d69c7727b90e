import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import type { Refusal } from './forms.ts'

/**
 * Notes that this volunteer would rather not visit these addresses; what was noted already stays. No reason is kept. Of a frozen
 * file nothing changes, so that a phone that was on its way may still hand doors back.
 */
export async function refuseAddresses(tx: Tx, volunteerId: string, addressIds: readonly string[]): Promise<void> {
  await sql`
    insert into volunteers.refused_address (municipality_id, zone_id, volunteer_id, address_id)
    select v.municipality_id, v.zone_id, v.id, refused.address_id
    from volunteers.volunteer v cross join unnest(${[...addressIds]}::uuid[]) as refused (address_id)
    where v.id = ${volunteerId} and v.frozen_on is null
    on conflict do nothing`.execute(tx.db)
}

/** Notes one address or street. */
export async function addRefusal(tx: Tx, volunteerId: string, { kind, placeId }: Refusal): Promise<void> {
  if (kind === 'address') return refuseAddresses(tx, volunteerId, [placeId])
  await sql`
    insert into volunteers.refused_street (municipality_id, zone_id, volunteer_id, street_id)
    select v.municipality_id, v.zone_id, v.id, ${placeId}::uuid from volunteers.volunteer v where v.id = ${volunteerId}
    on conflict do nothing`.execute(tx.db)
}

/** Takes back a refusal. */
export async function removeRefusal(tx: Tx, volunteerId: string, { kind, placeId }: Refusal): Promise<void> {
  if (kind === 'address')
    await tx.db
      .deleteFrom('volunteers.refused_address')
      .where('volunteer_id', '=', volunteerId)
      .where('address_id', '=', placeId)
      .execute()
  else
    await tx.db
      .deleteFrom('volunteers.refused_street')
      .where('volunteer_id', '=', volunteerId)
      .where('street_id', '=', placeId)
      .execute()
}
