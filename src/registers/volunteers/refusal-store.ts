import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'

/** Notes that this volunteer would rather not visit these addresses; what was noted already stays. No reason is kept. */
export async function refuseAddresses(tx: Tx, volunteerId: string, addressIds: readonly string[]): Promise<void> {
  await sql`
    insert into volunteers.refused_address (municipality_id, zone_id, volunteer_id, address_id)
    select v.municipality_id, v.zone_id, v.id, refused.address_id
    from volunteers.volunteer v cross join unnest(${[...addressIds]}::uuid[]) as refused (address_id)
    where v.id = ${volunteerId}
    on conflict do nothing`.execute(tx.db)
}
