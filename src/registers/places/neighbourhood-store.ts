import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import type { Shape } from '../published-areas/index.ts'
import type { MappedNeighbourhood, Neighbourhood } from './place.ts'

type Filter = {
  /** Defaults to the newest one loaded. */
  readonly edition?: string | undefined
  readonly ids?: readonly string[] | undefined
}

/** The neighbourhoods of one edition by name, composed ones first; with `ids` those, of whatever edition, gone ones too. */
export async function neighbourhoodsOf(tx: Tx, { edition, ids }: Filter = {}): Promise<readonly Neighbourhood[]> {
  const all = tx.db.selectFrom('places.area').select(columns)
  const chosen = ids
    ? all.where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    : all
        .where('gone_on', 'is', null)
        .where('level', '=', 'neighbourhood')
        .where('edition', '=', edition ?? newestEdition)
  const rows = await chosen.orderBy('origin').orderBy(sql`platform.folded(name)`).orderBy('id').execute()
  return rows.map(neighbourhoodFrom)
}

/** The editions that are loaded, newest first. */
export async function editionsOf(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('places.area')
    .select('edition')
    .where('level', '=', 'neighbourhood')
    .where('gone_on', 'is', null)
    .distinct()
    .orderBy('edition', 'desc')
    .execute()
  return rows.map(({ edition }) => edition)
}

/** Adds what a map and its table show: shape, and how many streets and living addresses. */
export async function mapped(
  tx: Tx,
  neighbourhoods: readonly Neighbourhood[],
): Promise<readonly MappedNeighbourhood[]> {
  const ids = neighbourhoods.map(({ id }) => id)
  const [shapes, counts] = [await shapesOf(tx, ids), await countsOf(tx, ids)]
  return neighbourhoods.map((neighbourhood) => ({
    ...neighbourhood,
    shape: shapes.get(neighbourhood.id) ?? [],
    streetCount: counts.get(neighbourhood.id)?.streets ?? 0,
    addressCount: counts.get(neighbourhood.id)?.addresses ?? 0,
    withoutStreetCount: counts.get(neighbourhood.id)?.withoutStreet ?? 0,
  }))
}

/** The areas and streets of which a neighbourhood was composed. */
export async function partsOf(
  tx: Tx,
  neighbourhoodId: string,
): Promise<{ readonly areaIds: readonly string[]; readonly streetIds: readonly string[] }> {
  const areas = await tx.db
    .selectFrom('places.composed_of_area')
    .select('part_id')
    .where('area_id', '=', neighbourhoodId)
    .execute()
  const streets = await tx.db
    .selectFrom('places.composed_of_street')
    .select('street_id')
    .where('area_id', '=', neighbourhoodId)
    .execute()
  return { areaIds: areas.map(({ part_id }) => part_id), streetIds: streets.map(({ street_id }) => street_id) }
}

/** A composed neighbourhood as its form gives it. */
export type Composition = {
  readonly id: string
  readonly name: string
  readonly edition: string
  readonly areaIds: readonly string[]
  readonly streetIds: readonly string[]
}

/** Whether a living composed neighbourhood of this edition, other than `exceptId`, has this name. */
export async function isNameTaken(tx: Tx, name: string, edition: string, exceptId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('places.area')
    .select('id')
    .where('origin', '=', 'composed')
    .where('edition', '=', edition)
    .where('gone_on', 'is', null)
    .where(sql<string>`lower(name)`, '=', name.toLowerCase())
    .where('id', '<>', exceptId)
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps a new composed neighbourhood; gives false when it was kept before (the form was sent twice). */
export async function saveComposed(tx: Tx, { id, name, edition, areaIds, streetIds }: Composition): Promise<boolean> {
  const made = await tx.db
    .insertInto('places.area')
    .values({ municipality_id: tx.actor.municipalityId, id, origin: 'composed', edition, name, is_approximate: false })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return false
  await saveParts(tx, id, areaIds, streetIds)
  return true
}

/** Changes a composed neighbourhood whose version is still `version`; gives false when it is not. */
export async function changeComposed(
  tx: Tx,
  { id, name, areaIds, streetIds }: Omit<Composition, 'edition'>,
  version: number,
): Promise<boolean> {
  const changed = await tx.db
    .updateTable('places.area')
    .set({ name, version: version + 1 })
    .where('id', '=', id)
    .where('origin', '=', 'composed')
    .where('gone_on', 'is', null)
    .where('version', '=', version)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  await tx.db.deleteFrom('places.composed_of_area').where('area_id', '=', id).execute()
  await tx.db.deleteFrom('places.composed_of_street').where('area_id', '=', id).execute()
  await saveParts(tx, id, areaIds, streetIds)
  return true
}

/** Takes a composed neighbourhood out of use on `day`, or back into use with null. */
export async function setGone(tx: Tx, id: string, day: string | null): Promise<void> {
  await tx.db
    .updateTable('places.area')
    .set(({ eb }) => ({ gone_on: day, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('origin', '=', 'composed')
    .execute()
}

async function saveParts(tx: Tx, id: string, areaIds: readonly string[], streetIds: readonly string[]): Promise<void> {
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

async function shapesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Shape>> {
  const { rows } = await sql<{ id: string; geometry: Shape }>`
    select id, geometry from places.area where id = any(${ids}::uuid[]) and geometry is not null
    union all
    select c.area_id, p.geometry from places.composed_of_area c
    join places.area p on p.municipality_id = c.municipality_id and p.id = c.part_id
    where c.area_id = any(${ids}::uuid[])`.execute(tx.db)
  const shapes = Map.groupBy(rows, ({ id }) => id)
  return new Map([...shapes].map(([id, parts]) => [id, parts.flatMap(({ geometry }) => geometry)]))
}

async function countsOf(tx: Tx, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; streets: number; addresses: number; withoutStreet: number }>`
    with doors as (
      select n.neighbourhood_id as id, a.street_id, count(*) as addresses
      from places.neighbourhood_address n
      join places.address a on a.municipality_id = n.municipality_id and a.id = n.address_id
      where n.neighbourhood_id = any(${ids}::uuid[]) and a.gone_on is null
      group by n.neighbourhood_id, a.street_id)
    select id, count(street_id) as streets, sum(addresses)::bigint as addresses,
      coalesce(sum(addresses) filter (where street_id is null), 0)::bigint as "withoutStreet"
    from doors group by id`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

const newestEdition = sql<string>`(select max(edition) from places.area where level = 'neighbourhood' and gone_on is null)`

const columns = [
  'id',
  'name',
  'origin',
  'edition',
  'code',
  'nis_code',
  'municipality_name',
  'is_approximate',
  'gone_on',
  'version',
] as const

function neighbourhoodFrom(row: {
  readonly id: string
  readonly name: string
  readonly origin: string
  readonly edition: string
  readonly code: string | null
  readonly nis_code: string | null
  readonly municipality_name: string | null
  readonly is_approximate: boolean
  readonly gone_on: string | null
  readonly version: number
}): Neighbourhood {
  return {
    id: row.id,
    name: row.name,
    origin: row.origin === 'composed' ? 'composed' : 'imported',
    edition: row.edition,
    code: row.code,
    nisCode: row.nis_code,
    municipalityName: row.municipality_name,
    isApproximate: row.is_approximate,
    goneOn: row.gone_on,
    version: row.version,
  }
}
