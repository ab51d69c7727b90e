import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { Bounds } from '../../published-areas/index.ts'
import { formerCodesOf } from '../../published-figures/index.ts'
import { brusselsRegion, keyOf } from './whose-area.ts'

/**
 * The NIS codes of a municipality in every edition: its own, those of municipalities that merged into it (REFNIS), or that it became as
 * tables that were kept say, those `beside` it that somebody names, and for Brussels that of the region.
 */
export async function nisCodesOf(tx: Tx, own: string, beside: readonly string[] = []): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ code: string }>`
    with recursive named as (
      select unnest(${[own, ...formerCodesOf(own), ...beside]}::text[]) as code
      union
      select case when m.to_code = n.code then m.from_code else m.to_code end from named n
      join places.area_membership m on m.kind = 'becomes' and m.from_level = 'municipality' and m.to_level = 'municipality'
        and n.code in (m.from_code, m.to_code))
    select code from named`.execute(tx.db)
  const region = own.startsWith('21') ? [brusselsRegion] : []
  return new Set([...rows.map(({ code }) => code), ...region])
}

/** In which municipality areas lie, as tables and addresses that are kept say: by level, edition and code. */
export async function municipalitiesOfAreas(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ level: string; edition: string; code: string; nisCode: string }>`
    with said as (
      -- Of the address lists, which do not say of which edition their sectors are.
      select 'sector' as level, '*' as edition, sector_code as code, nis_code, count(*) as times from places.address
      where sector_code is not null group by sector_code, nis_code
      union all
      select level, edition, code, nis_code, 1000000 from places.area where origin = 'imported' and level <> 'municipality' and nis_code <> ${brusselsRegion}
      union all
      select from_level, from_edition, from_code, nis_code, 2000000 from places.area_membership where from_level <> 'municipality'
      union all
      select to_level, to_edition, to_code, nis_code, count(*) from places.area_membership
      where to_level in ('neighbourhood', 'district') group by to_level, to_edition, to_code, nis_code)
    select distinct on (level, edition, code) level, edition, code, nis_code as "nisCode" from said
    order by level, edition, code, times desc, nis_code`.execute(tx.db)
  return new Map(rows.map(({ level, edition, code, nisCode }) => [keyOf(level, edition, code), nisCode]))
}

/** Municipalities of which areas are kept beside those of one's own. */
export async function municipalitiesBeside(tx: Tx, own: string): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('places.area')
    .select('nis_code')
    .distinct()
    .where('origin', '=', 'imported')
    .where('level', '<>', 'district')
    .where('gone_on', 'is', null)
    .where('nis_code', '<>', own)
    .execute()
  return rows.flatMap(({ nis_code }) => nis_code ?? [])
}

/** So few that they may be of one corner of a municipality. */
const fewDoors = 100

/** Within which bounds the living addresses of a municipality lie; nothing where hardly any is known. */
export async function boundsOfDoors(tx: Tx, nisCode: string): Promise<Bounds | undefined> {
  const { rows } = await sql<Bounds & { doors: number }>`
    select min(x)::float8 as "minX", min(y)::float8 as "minY", max(x)::float8 as "maxX", max(y)::float8 as "maxY", count(*)::int as doors
    from places.address where gone_on is null and nis_code = ${nisCode}`.execute(tx.db)
  return rows.find(({ doors }) => doors >= fewDoors)
}
