import type { Tx } from '../../platform/database/transact.ts'
import type { DataZone } from './municipality-store.ts'

/** The data zones of the municipality one acts in, by name. */
export async function zonesIn(tx: Tx): Promise<readonly DataZone[]> {
  const rows = await tx.db
    .selectFrom('municipalities.data_zone')
    .select(['id', 'kind', 'name'])
    .orderBy('name')
    .execute()
  return rows as readonly DataZone[]
}

/** The zone in which residents' cards arrive: the one chosen, or the municipality's own. */
export async function frontDoorZone(tx: Tx): Promise<string> {
  const chosen = await tx.db
    .selectFrom('municipalities.municipality')
    .select('front_door_zone_id')
    .where('id', '=', tx.actor.municipalityId)
    .executeTakeFirst()
  if (chosen?.front_door_zone_id) return chosen.front_door_zone_id
  const own = await tx.db
    .selectFrom('municipalities.data_zone')
    .select('id')
    .where('kind', '=', 'municipality')
    .executeTakeFirstOrThrow()
  return own.id
}

/** Adds the zone of a partner, as an administrator; false when there is one of that name. Sent twice it is added once. */
export async function addPartnerZone(tx: Tx, { id, name }: Pick<DataZone, 'id' | 'name'>): Promise<boolean> {
  const zones = await zonesIn(tx)
  if (zones.some((zone) => zone.id === id)) return true
  if (zones.some((zone) => zone.name.toLowerCase() === name.toLowerCase())) return false
  await tx.db
    .insertInto('municipalities.data_zone')
    .values({ municipality_id: tx.actor.municipalityId, id, kind: 'partner', name })
    .execute()
  tx.audit({ action: 'add data zone', subject: { type: 'data zone', id } })
  return true
}
