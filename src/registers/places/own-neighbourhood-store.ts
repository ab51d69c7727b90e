import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import { boundsOf, type Shape } from '../published-areas/index.ts'

/** A neighbourhood of one's own as its form gives it: parts when it is composed, a border when it is drawn. */
export type OwnNeighbourhood = {
  readonly id: string
  readonly name: string
  readonly edition: string
  readonly areaIds: readonly string[]
  readonly streetIds: readonly string[]
  readonly border: Shape | null
}

/** Whether a living neighbourhood of our own, other than `exceptId`, has this name. */
export async function isNameTaken(tx: Tx, name: string, exceptId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('places.area')
    .select('id')
    .where('origin', '<>', 'imported')
    .where('gone_on', 'is', null)
    .where(sql<string>`lower(name)`, '=', name.toLowerCase())
    .where('id', '<>', exceptId)
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps a new neighbourhood; gives false when it was kept before (the form was sent twice). */
export async function saveOwn(tx: Tx, own: OwnNeighbourhood): Promise<boolean> {
  const { id, name, edition, border } = own
  const origin = border ? 'drawn' : 'composed'
  const made = await tx.db
    .insertInto('places.area')
    .values({
      ...{ municipality_id: tx.actor.municipalityId, id, origin, edition, name, is_approximate: false },
      ...borderColumns(border),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return false
  await saveParts(tx, own)
  return true
}

/** Whether what is kept under this identifier is this very neighbourhood, as when a form is sent twice. */
export async function isKept(tx: Tx, { id, name, border, areaIds, streetIds }: OwnNeighbourhood): Promise<boolean> {
  const { rows } = await sql<{ geometry: Shape | null; areas: readonly string[]; streets: readonly string[] }>`
    select a.geometry,
      array(select part_id::text from places.composed_of_area p where p.municipality_id = a.municipality_id and p.area_id = a.id) as areas,
      array(select street_id::text from places.composed_of_street s where s.municipality_id = a.municipality_id and s.area_id = a.id) as streets
    from places.area a where a.id = ${id}::uuid and a.origin <> 'imported' and a.gone_on is null and a.name = ${name}`.execute(
    tx.db,
  )
  const [kept] = rows
  if (!kept) return false
  const isSame = (one: readonly string[], other: readonly string[]) => `${one.toSorted()}` === `${other.toSorted()}`
  return (
    isSame(kept.areas, areaIds) &&
    isSame(kept.streets, streetIds) &&
    JSON.stringify(kept.geometry) === JSON.stringify(border)
  )
}

/** Changes a neighbourhood of one's own whose version is still `version`; gives false when it is not. */
export async function changeOwn(tx: Tx, own: OwnNeighbourhood, version: number): Promise<boolean> {
  const { id, name, edition, border } = own
  const changed = await tx.db
    .updateTable('places.area')
    .set({ name, edition, version: version + 1, ...borderColumns(border) })
    .where('id', '=', id)
    .where('origin', '=', border ? 'drawn' : 'composed')
    .where('gone_on', 'is', null)
    .where('version', '=', version)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  await tx.db.deleteFrom('places.composed_of_area').where('area_id', '=', id).execute()
  await tx.db.deleteFrom('places.composed_of_street').where('area_id', '=', id).execute()
  await saveParts(tx, own)
  return true
}

/** Takes a neighbourhood of one's own out of use on `day`, or back into use with null; what is so already stays as it is. */
export async function setGone(tx: Tx, id: string, day: string | null): Promise<void> {
  await tx.db
    .updateTable('places.area')
    .set(({ eb }) => ({ gone_on: day, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('origin', '<>', 'imported')
    .where('gone_on', day === null ? 'is not' : 'is', null)
    .execute()
}

function borderColumns(border: Shape | null) {
  const box = border ? boundsOf(border) : undefined
  return {
    geometry: border ? JSON.stringify(border) : null,
    min_x: box?.minX ?? null,
    min_y: box?.minY ?? null,
    max_x: box?.maxX ?? null,
    max_y: box?.maxY ?? null,
  }
}

async function saveParts(tx: Tx, { id, areaIds, streetIds }: OwnNeighbourhood): Promise<void> {
  const own = { municipality_id: tx.actor.municipalityId, area_id: id }
  if (areaIds.length > 0)
    await tx.db
      .insertInto('places.composed_of_area')
      .values(areaIds.map((part_id) => ({ ...own, part_id })))
      .execute()
  if (streetIds.length > 0)
    await tx.db
      .insertInto('places.composed_of_street')
      .values(streetIds.map((street_id) => ({ ...own, street_id })))
      .execute()
}
