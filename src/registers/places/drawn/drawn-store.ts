import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { boundsOf, covers, type Point, type Shape } from '../../published-areas/index.ts'

/** How many living doors lie within a border. */
export async function doorsWithin(tx: Tx, border: Shape): Promise<number> {
  return (await addressesWithin(tx, border, 'living')).length
}

// NOTE the import of places runs as the owner, who sees every municipality: each query here names the one that is meant.

/** Notes which addresses lie in drawn neighbourhoods: in these, or in all that are in use. Living and gone ones alike. */
export async function placeDrawn(tx: Tx, ids?: readonly string[]): Promise<void> {
  const drawn = await tx.db
    .selectFrom('places.area')
    .select(['id', 'geometry'])
    .where('municipality_id', '=', tx.actor.municipalityId)
    .where('origin', '=', 'drawn')
    .where(ids ? sql<boolean>`id = any(${[...ids]}::uuid[])` : sql<boolean>`true`)
    .execute()
  for (const { id, geometry } of drawn) await place(tx, id, await addressesWithin(tx, geometry as Shape, 'all'))
}

async function place(tx: Tx, areaId: string, addressIds: readonly string[]): Promise<void> {
  const inside = sql`unnest(${addressIds}::uuid[])`
  await sql`
    delete from places.placement
    where municipality_id = ${tx.actor.municipalityId}::uuid and area_id = ${areaId}::uuid and address_id not in (select ${inside})`.execute(
    tx.db,
  )
  await sql`
    insert into places.placement (municipality_id, area_id, address_id)
    select ${tx.actor.municipalityId}::uuid, ${areaId}::uuid, ${inside} on conflict do nothing`.execute(tx.db)
}

/** The database looks in the box around the border, the plane geometry does the rest. */
async function addressesWithin(tx: Tx, border: Shape, which: 'living' | 'all'): Promise<readonly string[]> {
  const box = boundsOf(border)
  if (!box) return []
  const near = tx.db
    .selectFrom('places.address')
    .select(['id', 'x', 'y'])
    .where('municipality_id', '=', tx.actor.municipalityId)
    .where('x', '>=', box.minX)
    .where('x', '<=', box.maxX)
    .where('y', '>=', box.minY)
    .where('y', '<=', box.maxY)
  const rows = await (which === 'living' ? near.where('gone_on', 'is', null) : near).execute()
  return rows.flatMap(({ id, x, y }) => (covers(border, [x, y] satisfies Point) ? [id] : []))
}
