import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../../platform/database/transact.ts'
import type { PublishedArea } from './neighbourhood-file.ts'

/** What an import did to the neighbourhoods, the streets or the addresses. */
export type Merged = {
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly gone: number
}

/** Makes two imports into one municipality wait for each other. */
export async function lockPlaces(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('places import'), hashtext(${tx.actor.municipalityId}))`.execute(
    tx.db,
  )
}

/** The newest edition that was imported. */
export async function newestEdition(tx: Tx): Promise<string | undefined> {
  const { rows } = await sql<{ newest: string | null }>`select max(edition) as newest from places.area
    where municipality_id = ${tx.actor.municipalityId}::uuid and origin = 'imported' and level = 'neighbourhood'`.execute(
    tx.db,
  )
  return rows[0]?.newest ?? undefined
}

/** Areas of `edition` from these municipalities become what was published; those no longer published are gone from `day`. */
export async function mergeAreas(
  tx: Tx,
  areas: readonly PublishedArea[],
  edition: string,
  nisCodes: readonly string[],
  day: string,
): Promise<Merged> {
  const municipality = tx.actor.municipalityId
  const rows = areas.map(({ bounds, ...area }) => ({ ...area, ...bounds, id: uuidv7() }))
  const written = await sql<{ is_new: boolean }>`
    insert into places.area as kept (municipality_id, id, origin, edition, code, nis_code, name, municipality_name, geometry,
      min_x, min_y, max_x, max_y, is_approximate)
    select ${municipality}::uuid, id, 'imported', ${edition}, code, "nisCode", name, "municipalityName", shape,
      "minX", "minY", "maxX", "maxY", true
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, code text, "nisCode" text, name text,
      "municipalityName" text, shape jsonb, "minX" double precision, "minY" double precision, "maxX" double precision,
      "maxY" double precision)
    on conflict (municipality_id, level, edition, code) do update
      set name = excluded.name, municipality_name = excluded.municipality_name, geometry = excluded.geometry,
        min_x = excluded.min_x, min_y = excluded.min_y, max_x = excluded.max_x, max_y = excluded.max_y, gone_on = null,
        version = kept.version + 1
      where (kept.name, kept.municipality_name, kept.geometry, kept.gone_on)
        is distinct from (excluded.name, excluded.municipality_name, excluded.geometry, null::date)
    returning version = 1 as is_new`.execute(tx.db)
  const gone = await sql`
    update places.area set gone_on = ${day}::date, version = version + 1
    where municipality_id = ${municipality}::uuid and origin = 'imported' and level = 'neighbourhood' and edition = ${edition}
      and gone_on is null and nis_code = any(${[...nisCodes]}) and code <> all(${areas.map(({ code }) => code)})`.execute(
    tx.db,
  )
  const isNew = written.rows.filter(({ is_new }) => is_new).length
  return {
    new: isNew,
    changed: written.rows.length - isNew,
    unchanged: areas.length - written.rows.length,
    gone: Number(gone.numAffectedRows ?? 0),
  }
}

/** Streets of the addresses that arrive; gives how many are new. A street without living addresses stays, unseen. */
export async function mergeStreets(tx: Tx): Promise<Pick<Merged, 'new'>> {
  const municipality = tx.actor.municipalityId
  const added = await sql`
    insert into places.street (municipality_id, id, nis_code, postal_code, name)
    select distinct on (nis_code, postal_code, street) ${municipality}::uuid, new_street_id, nis_code, postal_code, street
    from arriving where street <> '' order by nis_code, postal_code, street, line
    on conflict (municipality_id, nis_code, postal_code, name) do nothing`.execute(tx.db)
  await sql`
    update arriving a set street_id = s.id from places.street s
    where s.municipality_id = ${municipality}::uuid and s.nis_code = a.nis_code and s.postal_code = a.postal_code
      and s.name = a.street`.execute(tx.db)
  return { new: Number(added.numAffectedRows ?? 0) }
}

/** Addresses become what was published, keeping their identifiers; what is no longer published is gone from `day`. */
export async function mergeAddresses(tx: Tx, edition: string, day: string): Promise<Merged> {
  const municipality = tx.actor.municipalityId
  await findAreas(tx, edition)
  await recognise(tx)
  const added = await sql`
    insert into places.address (municipality_id, id, street_id, nis_code, postal_code, number, box, x, y, sector_code,
      neighbourhood_id, edition)
    select ${municipality}::uuid, id, street_id, nis_code, postal_code, number, box, x, y, sector_code, area_id, ${edition}
    from arriving where known_id is null`.execute(tx.db)
  const changed = await sql`
    update places.address a
    set x = n.x, y = n.y, sector_code = n.sector_code, postal_code = n.postal_code, neighbourhood_id = n.area_id,
      edition = ${edition}, gone_on = null
    from arriving n
    where a.municipality_id = ${municipality}::uuid and a.id = n.known_id
      and (a.x, a.y, a.sector_code, a.postal_code, a.neighbourhood_id, a.edition, a.gone_on)
        is distinct from (n.x, n.y, n.sector_code, n.postal_code, n.area_id, ${edition}, null::date)`.execute(tx.db)
  // Only of municipalities the file knows: leaving out one that was loaded beside ours takes nothing away.
  const gone = await sql`
    update places.address a set gone_on = ${day}::date
    where a.municipality_id = ${municipality}::uuid and a.gone_on is null
      and a.nis_code in (select distinct nis_code from arriving)
      and not exists (select from arriving n where coalesce(n.known_id, n.id) = a.id)`.execute(tx.db)
  await place(tx, edition)
  const total = await sql<{ total: number }>`select count(*) as total from arriving`.execute(tx.db)
  const [isNew, isChanged] = [Number(added.numAffectedRows ?? 0), Number(changed.numAffectedRows ?? 0)]
  return {
    new: isNew,
    changed: isChanged,
    unchanged: (total.rows[0]?.total ?? 0) - isNew - isChanged,
    gone: Number(gone.numAffectedRows ?? 0),
  }
}

/** What the numbers above leave open: what arrived without street or neighbourhood. */
export async function countArrivals(tx: Tx) {
  const { rows } = await sql<{ total: number; streets: number; withoutStreet: number; withoutNeighbourhood: number }>`
    select count(*) as total, count(distinct street_id) as streets, count(*) filter (where street_id is null) as "withoutStreet",
      count(*) filter (where area_code is null) as "withoutNeighbourhood" from arriving`.execute(tx.db)
  return rows[0] ?? { total: 0, streets: 0, withoutStreet: 0, withoutNeighbourhood: 0 }
}

async function findAreas(tx: Tx, edition: string): Promise<void> {
  await sql`
    update arriving n set area_id = a.id from places.area a
    where a.municipality_id = ${tx.actor.municipalityId}::uuid and a.level = 'neighbourhood' and a.edition = ${edition}
      and a.code = n.area_code`.execute(tx.db)
}

/**
 * Says of each arrival which address it is, if we know it: first by everything, then by street, number and box alone, for a
 * door whose place was corrected. Several doors under one number (blocks published without boxes) are paired from west to
 * east. Without a street only everything together tells.
 */
async function recognise(tx: Tx): Promise<void> {
  const municipality = tx.actor.municipalityId
  await sql`analyze arriving`.execute(tx.db)
  await sql`
    update arriving n set known_id = a.id from places.address a
    where a.municipality_id = ${municipality}::uuid and a.nis_code = n.nis_code
      and a.street_id is not distinct from n.street_id and a.number = n.number and a.box = n.box
      and a.x = n.x and a.y = n.y`.execute(tx.db)
  await sql`
    with open_doors as (
      select a.id, a.street_id, a.number, a.box,
        row_number() over (partition by a.street_id, a.number, a.box order by a.gone_on nulls first, a.x, a.y) as nth
      from places.address a
      where a.municipality_id = ${municipality}::uuid and a.street_id is not null
        and not exists (select from arriving n where n.known_id = a.id)),
    unknown as (
      select line, street_id, number, box, row_number() over (partition by street_id, number, box order by x, y) as nth
      from arriving where known_id is null and street_id is not null)
    update arriving n set known_id = d.id from unknown u join open_doors d using (street_id, number, box, nth)
    where n.line = u.line`.execute(tx.db)
}

/** Notes in which area of this edition each address lies. */
async function place(tx: Tx, edition: string): Promise<void> {
  const municipality = tx.actor.municipalityId
  await sql`
    delete from places.placement p using arriving n, places.area a
    where p.municipality_id = ${municipality}::uuid and p.address_id = coalesce(n.known_id, n.id)
      and a.municipality_id = p.municipality_id and a.id = p.area_id and a.level = 'neighbourhood' and a.edition = ${edition}
      and p.area_id is distinct from n.area_id`.execute(tx.db)
  await sql`
    insert into places.placement (municipality_id, area_id, address_id)
    select ${municipality}::uuid, area_id, coalesce(known_id, id) from arriving where area_id is not null
    on conflict do nothing`.execute(tx.db)
}

/** Lets the database count what it has now, for it plans its queries by that. */
export async function refreshStatistics(tx: Tx): Promise<void> {
  for (const table of ['places.area', 'places.street', 'places.address', 'places.placement'])
    await sql`analyze ${sql.table(table)}`.execute(tx.db)
}
