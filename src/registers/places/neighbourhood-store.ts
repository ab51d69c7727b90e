import { type Selectable, sql } from 'kysely'
import type { Tables } from '../../platform/database/generated/tables.ts'
import type { Tx } from '../../platform/database/transact.ts'
import type { Shape } from '../published-areas/index.ts'
import { type AreaType, fixedEdition, type MappedNeighbourhood, type Neighbourhood } from './place.ts'

type Filter = {
  readonly edition?: string | undefined
  readonly ids?: readonly string[] | undefined
  readonly also?: readonly string[] | undefined
}

/**
 * Neighbourhoods by name, our own first: the published ones of the newest edition and all of our own; with `edition` those of
 * that one, and what follows none; with `ids` those, of whatever level and edition, gone ones too. `also` adds what was chosen
 * before, which a form must go on showing when it is gone or of an older edition.
 */
export async function neighbourhoodsOf(
  tx: Tx,
  { edition, ids, also = [] }: Filter = {},
): Promise<readonly Neighbourhood[]> {
  const all = tx.db.selectFrom('places.area').select(columns)
  const living = sql<boolean>`gone_on is null and level = 'neighbourhood'`
  const among = (these: readonly string[]) => sql<boolean>`id = any(${[...these]}::uuid[])`
  const chosen = ids
    ? all.where(among(ids))
    : edition === undefined
      ? all.where(sql<boolean>`${living} and (origin <> 'imported' or edition = ${newestEdition}) or ${among(also)}`)
      : all.where(living).where('edition', 'in', [edition, fixedEdition])
  const rows = await chosen.orderBy('origin').orderBy(sql`platform.folded(name)`).orderBy('id').execute()
  return rows.map(neighbourhoodFrom)
}

/** The editions of neighbourhoods that are loaded, newest first. */
export async function editionsOf(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('places.area')
    .select('edition')
    .where('level', '=', 'neighbourhood')
    .where('edition', '<>', fixedEdition)
    .where('gone_on', 'is', null)
    .distinct()
    .orderBy('edition', 'desc')
    .execute()
  return rows.map(({ edition }) => edition)
}

/** Published areas of one level by municipality and name; of `edition`, otherwise of the newest one kept. */
export async function publishedAreas(
  tx: Tx,
  level: Neighbourhood['level'],
  edition?: string,
): Promise<readonly Neighbourhood[]> {
  const newest = sql<string>`(select max(edition) from places.area where level = ${level} and origin = 'imported' and gone_on is null)`
  const rows = await tx.db
    .selectFrom('places.area')
    .select(columns)
    .where('level', '=', level)
    .where('origin', '=', 'imported')
    .where('gone_on', 'is', null)
    .where('edition', '=', edition ?? newest)
    .orderBy('municipality_name')
    .orderBy(sql`platform.folded(name)`)
    .orderBy('id')
    .execute()
  return rows.map(neighbourhoodFrom)
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

/** The borders of neighbourhoods by identifier; of composed ones those of their parts. One without borders is missing. */
export async function shapesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Shape>> {
  const { rows } = await sql<{ id: string; geometry: Shape }>`
    select id, geometry from places.area where id = any(${ids}::uuid[]) and geometry is not null
    union all
    select c.area_id, p.geometry from places.composed_of_area c
    join places.area p on p.municipality_id = c.municipality_id and p.id = c.part_id
    where c.area_id = any(${ids}::uuid[]) and p.geometry is not null`.execute(tx.db)
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

const newestEdition = sql<string>`(select max(edition) from places.area
  where level = 'neighbourhood' and origin = 'imported' and gone_on is null)`

const columns = [
  'id',
  'name',
  'origin',
  'edition',
  'code',
  'nis_code',
  'municipality_name',
  'is_approximate',
  'level',
  'area_type',
  'known_as',
  'description',
  'gone_on',
  'version',
] as const

type Row = Pick<Selectable<Tables['places.area']>, (typeof columns)[number]>

function neighbourhoodFrom(row: Row): Neighbourhood {
  return {
    id: row.id,
    level: row.level as Neighbourhood['level'],
    name: row.name,
    origin: row.origin as Neighbourhood['origin'],
    edition: row.edition,
    code: row.code,
    nisCode: row.nis_code,
    municipalityName: row.municipality_name,
    isApproximate: row.is_approximate,
    areaType: row.area_type as AreaType | null,
    knownAs: row.known_as,
    description: row.description,
    goneOn: row.gone_on,
    version: row.version,
  }
}
