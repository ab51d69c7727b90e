import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../../platform/database/transact.ts'
import { boundsOf } from '../../published-areas/index.ts'
import type { AreaToKeep, KeptLevel } from './kept-area.ts'

/** What keeping did to the areas of one level and edition. */
export type MergedAreas = {
  readonly level: KeptLevel
  readonly edition: string
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  /** No longer published for the municipalities that the file has. */
  readonly gone: number
}

/** Makes room for areas on their way in: a table that ends with the transaction. */
export async function receiveAreas(tx: Tx, areas: readonly AreaToKeep[]): Promise<void> {
  // Many shapes are written in one transaction: the time limits of a request do not hold here.
  await sql`set local statement_timeout = 0`.execute(tx.db)
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx.db)
  await sql`create temporary table arriving_area (id uuid not null, level text not null, edition text not null,
    code text not null, name text not null, nis_code text not null, municipality_name text, geometry jsonb,
    min_x double precision, min_y double precision, max_x double precision, max_y double precision,
    is_approximate boolean not null) on commit drop`.execute(tx.db)
  for (let at = 0; at < areas.length; at += batchSize) await addBatch(tx, areas.slice(at, at + batchSize))
  await sql`analyze arriving_area`.execute(tx.db)
}

/** What keeping those that arrived would do. Compares, and changes nothing. */
async function compareAreas(tx: Tx): Promise<readonly MergedAreas[]> {
  const { rows } = await sql<MergedAreas>`
    with compared as (
      select n.level, n.edition, n.nis_code, case when a.id is null then 'new' when ${differs} then 'changed' else 'unchanged' end as what
      from arriving_area n left join ${kept} on ${same}
      union all
      select a.level, a.edition, a.nis_code, 'gone' from ${kept} where ${missing})
    select level, edition, count(*) filter (where what = 'new') as new, count(*) filter (where what = 'changed') as changed,
      count(*) filter (where what = 'unchanged') as unchanged, count(*) filter (where what = 'gone') as gone
    from compared group by level, edition order by level, edition`.execute(tx.db)
  return rows
}

/** Areas become what arrived, keeping their identifiers; what its publisher left out is gone from `day`. */
export async function mergeAreas(tx: Tx, sourceId: string, day: string): Promise<readonly MergedAreas[]> {
  const municipality = tx.actor.municipalityId
  const merged = await compareAreas(tx)
  await sql`update places.area a set gone_on = ${day}::date, version = version + 1
    where a.municipality_id = ${municipality}::uuid and ${missing}`.execute(tx.db)
  await sql`
    update places.area a set name = n.name, municipality_name = coalesce(n.municipality_name, a.municipality_name),
      nis_code = n.nis_code, geometry = n.geometry, min_x = n.min_x, min_y = n.min_y, max_x = n.max_x, max_y = n.max_y,
      is_approximate = n.is_approximate, gone_on = null, source_id = ${sourceId}::uuid, version = version + 1
    from arriving_area n where a.municipality_id = ${municipality}::uuid and ${same} and ${isFuller} and ${differs}`.execute(
    tx.db,
  )
  // What was gone and stands in a table is there again, within the border that is known of it.
  await sql`update places.area a set gone_on = null, version = version + 1 from arriving_area n
    where a.municipality_id = ${municipality}::uuid and ${same} and not ${isFuller} and a.gone_on is not null`.execute(
    tx.db,
  )
  // Of what did not change, the source that brought it last is named; nothing else of it is touched.
  await sql`update places.area a set source_id = ${sourceId}::uuid from arriving_area n
    where a.municipality_id = ${municipality}::uuid and ${same} and not (${differs}) and ${isFuller}
      and a.source_id is distinct from ${sourceId}::uuid`.execute(tx.db)
  await sql`
    insert into places.area (municipality_id, id, origin, level, edition, code, nis_code, name, municipality_name, geometry,
      min_x, min_y, max_x, max_y, is_approximate, source_id)
    select ${municipality}::uuid, id, 'imported', level, edition, code, nis_code, name, municipality_name, geometry,
      min_x, min_y, max_x, max_y, is_approximate, ${sourceId}::uuid from arriving_area
    on conflict (municipality_id, level, edition, code) do nothing`.execute(tx.db)
  await sql`analyze places.area`.execute(tx.db)
  return merged
}

/** What keeping these would do; keeps nothing. */
export async function foreseenAreas(tx: Tx, areas: readonly AreaToKeep[]): Promise<readonly MergedAreas[]> {
  await receiveAreas(tx, areas)
  const compared = await compareAreas(tx)
  await forgetArrived(tx)
  return compared
}

/** Lets go of what arrived, so that a second file may arrive in the same transaction. */
export async function forgetArrived(tx: Tx): Promise<void> {
  await sql`drop table arriving_area`.execute(tx.db)
}

const batchSize = 100

const kept = sql`(select * from places.area where origin = 'imported') a`

const same = sql`a.level = n.level and a.edition = n.edition and a.code = n.code`

/** A table says nothing of a border that is known already. */
const isFuller = sql`(n.geometry is not null or a.geometry is null)`

const differs = sql`(a.gone_on is not null or (${isFuller} and (a.name, a.nis_code, a.geometry, a.is_approximate)
  is distinct from (n.name, n.nis_code, n.geometry, n.is_approximate)))`

/** Only of municipalities, levels and editions that arrived, and by a table only what stood in a table. */
const missing = sql`a.origin = 'imported' and a.gone_on is null
  and exists (select from arriving_area n where n.level = a.level and n.edition = a.edition and n.nis_code = a.nis_code
    and (n.geometry is not null or a.geometry is null))
  and not exists (select from arriving_area n where ${same})`

async function addBatch(tx: Tx, batch: readonly AreaToKeep[]): Promise<void> {
  const rows = batch.map(({ shape, ...area }) => ({ ...area, shape, ...(shape && boundsOf(shape)), id: uuidv7() }))
  await sql`insert into arriving_area
    select id, level, edition, code, name, "nisCode", "municipalityName", nullif(shape, 'null'::jsonb), "minX", "minY", "maxX",
      "maxY", "isApproximate"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, level text, edition text, code text, name text,
      "nisCode" text, "municipalityName" text, shape jsonb, "minX" double precision, "minY" double precision,
      "maxX" double precision, "maxY" double precision, "isApproximate" boolean)`.execute(tx.db)
}
