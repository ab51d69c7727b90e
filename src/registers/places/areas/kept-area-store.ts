import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { Shape } from '../../published-areas/index.ts'
import type { KeptLevel } from './kept-area.ts'

/** What is kept of one level and edition. */
export type KeptAreas = {
  readonly level: KeptLevel
  readonly edition: string
  readonly areas: number
  readonly withShape: number
  readonly approximate: number
  /** Living addresses of which it is known that they lie in one of them. */
  readonly doors: number
  /** Who published them, and the day on which the newest of them was fetched. */
  readonly sources: readonly string[]
  readonly retrievedOn: string | null
}

/** Living imported areas per level and edition, the newest edition first. */
export async function keptAreas(tx: Tx): Promise<readonly KeptAreas[]> {
  const { rows } = await sql<KeptAreas>`
    with doors as (
      select p.area_id, count(*) as doors from places.placement p
      join places.address d on d.municipality_id = p.municipality_id and d.id = p.address_id and d.gone_on is null
      group by p.area_id)
    select a.level, a.edition, count(*) as areas, count(a.geometry) as "withShape",
      count(*) filter (where a.is_approximate) as approximate, coalesce(sum(d.doors), 0)::bigint as doors,
      coalesce(array_agg(distinct s.source) filter (where s.source is not null), '{}') as sources,
      max(s.retrieved_on)::text as "retrievedOn"
    from places.area a left join doors d on d.area_id = a.id
    left join places.area_source s on s.municipality_id = a.municipality_id and s.id = a.source_id
    where a.origin = 'imported' and a.gone_on is null
    group by a.level, a.edition
    order by array_position(array['sector', 'neighbourhood', 'district', 'municipality'], a.level), a.edition desc`.execute(
    tx.db,
  )
  return rows
}

/** One area as a map and its table show it. */
export type ShownArea = {
  readonly code: string
  readonly name: string
  readonly nisCode: string
  readonly municipalityName: string | null
  readonly shape: Shape | null
  readonly isApproximate: boolean
  readonly doors: number
}

/** The living areas of a level and edition, by name. */
export async function shownAreas(
  tx: Tx,
  { level, edition }: { readonly level: string; readonly edition: string },
): Promise<readonly ShownArea[]> {
  const { rows } = await sql<ShownArea>`
    with doors as (
      select p.area_id, count(*) as doors from places.placement p
      join places.address d on d.municipality_id = p.municipality_id and d.id = p.address_id and d.gone_on is null
      group by p.area_id)
    select a.code, a.name, a.nis_code as "nisCode", a.municipality_name as "municipalityName", a.geometry as shape,
      a.is_approximate as "isApproximate", coalesce(d.doors, 0) as doors
    from places.area a left join doors d on d.area_id = a.id
    where a.origin = 'imported' and a.gone_on is null and a.level = ${level} and a.edition = ${edition}
    order by platform.folded(a.name), a.code`.execute(tx.db)
  return rows
}
