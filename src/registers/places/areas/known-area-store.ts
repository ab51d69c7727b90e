import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { keyOf } from './whose-area.ts'

/**
 * The NIS codes of a municipality in every edition: its own, those of municipalities that merged into it or that it became, as
 * tables that were kept say, and those `beside` it that somebody names.
 */
export async function nisCodesOf(tx: Tx, own: string, beside: readonly string[] = []): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ code: string }>`
    with recursive named as (
      select unnest(${[own, ...beside]}::text[]) as code
      union
      select case when m.to_code = n.code then m.from_code else m.to_code end from named n
      join places.area_membership m on m.kind = 'becomes' and m.from_level = 'municipality' and m.to_level = 'municipality'
        and n.code in (m.from_code, m.to_code))
    select code from named`.execute(tx.db)
  return new Set(rows.map(({ code }) => code))
}

/** In which municipality areas lie, as tables and addresses that are kept say: by level, edition and code. */
export async function municipalitiesOfAreas(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ level: string; edition: string; code: string; nisCode: string }>`
    with said as (
      -- Of the address lists, which do not say of which edition their sectors are.
      select 'sector' as level, '*' as edition, sector_code as code, nis_code, count(*) as times from places.address
      where sector_code is not null group by sector_code, nis_code
      union all
      select level, edition, code, nis_code, 1000000 from places.area where origin = 'imported' and level <> 'municipality'
      union all
      select from_level, from_edition, from_code, nis_code, 2000000 from places.area_membership where from_level <> 'municipality'
      union all
      select to_level, to_edition, to_code, nis_code, count(*) from places.area_membership
      where to_level in ('neighbourhood', 'district') group by to_level, to_edition, to_code, nis_code)
    select distinct on (level, edition, code) level, edition, code, nis_code as "nisCode" from said
    order by level, edition, code, times desc, nis_code`.execute(tx.db)
  return new Map(rows.map(({ level, edition, code, nisCode }) => [keyOf(level, edition, code), nisCode]))
}

/** What is kept of one level and edition. */
export type KeptAreas = {
  readonly level: string
  readonly edition: string
  readonly areas: number
  readonly withShape: number
  readonly approximate: number
  /** Living addresses that are known to lie in one of them. */
  readonly doors: number
}

/** Living imported areas per level and edition, the newest edition first. */
export async function keptAreas(tx: Tx): Promise<readonly KeptAreas[]> {
  const { rows } = await sql<KeptAreas>`
    with doors as (
      select p.area_id, count(*) as doors from places.placement p
      join places.address d on d.municipality_id = p.municipality_id and d.id = p.address_id and d.gone_on is null
      group by p.area_id)
    select a.level, a.edition, count(*) as areas, count(a.geometry) as "withShape",
      count(*) filter (where a.is_approximate) as approximate, coalesce(sum(d.doors), 0)::bigint as doors
    from places.area a left join doors d on d.area_id = a.id
    where a.origin = 'imported' and a.gone_on is null
    group by a.level, a.edition order by a.edition desc, a.level`.execute(tx.db)
  return rows
}
