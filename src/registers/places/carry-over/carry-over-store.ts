import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { NewArea } from './carry-over.ts'

/** Levels of which a newer edition is kept than the one a part is of. */
const outdated = sql`outdated as (
  select c.municipality_id, c.area_id, p.id as part_id, p.level, p.edition, p.code,
    (select max(n.edition) from places.area n where n.municipality_id = p.municipality_id and n.level = p.level
      and n.origin = 'imported' and n.gone_on is null) as newest
  from places.composed_of_area c
  join places.area p on p.municipality_id = c.municipality_id and p.id = c.part_id
  join places.area own on own.municipality_id = c.municipality_id and own.id = c.area_id and own.gone_on is null
  where p.edition <> 'fixed')`

/** A neighbourhood of which parts are of an older edition than the newest that is kept. */
export type OutdatedNeighbourhood = {
  readonly id: string
  readonly name: string
  readonly from: string
  readonly to: string
}

/** The composed neighbourhoods in use that can be taken over to a newer edition, by name. */
export async function outdatedNeighbourhoods(tx: Tx): Promise<readonly OutdatedNeighbourhood[]> {
  const { rows } = await sql<OutdatedNeighbourhood>`
    with ${outdated}
    select a.id, a.name, min(o.edition) as "from", max(o.newest) as "to" from outdated o
    join places.area a on a.municipality_id = o.municipality_id and a.id = o.area_id
    where o.edition < o.newest group by a.id, a.name order by platform.folded(a.name), a.id`.execute(tx.db)
  return rows
}

/** The areas of the newest edition that the parts of an older one touch, with doors and what tables say; by name. */
export async function newerAreas(tx: Tx, neighbourhoodId: string): Promise<readonly NewArea[]> {
  const { rows } = await sql<NewArea>`
    with ${outdated},
    part as (select * from outdated where area_id = ${neighbourhoodId}::uuid and edition < newest),
    newer as (
      select n.municipality_id, n.id, n.name, n.code, n.level, n.municipality_name, t.edition as old_edition
      from (select municipality_id, level, max(edition) as edition, max(newest) as newest from part group by municipality_id, level) t
      join places.area n on n.municipality_id = t.municipality_id and n.level = t.level and n.edition = t.newest
        and n.origin = 'imported' and n.gone_on is null),
    inside as (
      select distinct p.municipality_id, p.address_id, t.level from part t
      join places.placement p on p.municipality_id = t.municipality_id and p.area_id = t.part_id),
    doors as (
      select n.id, count(*) as doors, count(i.address_id) as inside from newer n
      join places.placement p on p.municipality_id = n.municipality_id and p.area_id = n.id
      join places.address a on a.municipality_id = p.municipality_id and a.id = p.address_id and a.gone_on is null
      left join inside i on i.municipality_id = p.municipality_id and i.address_id = p.address_id and i.level = n.level
      group by n.id),
    told as (
      select n.id, count(*) as sources,
        count(*) filter (where m.quality = 'exact' and exists (select from part t where t.level = m.from_level and t.code = m.from_code)) as parts,
        bool_or(m.quality <> 'exact') as is_unsure
      from newer n join places.area_membership m on m.municipality_id = n.municipality_id and m.kind = 'becomes'
        and m.from_level = n.level and m.from_edition = n.old_edition and m.to_level = n.level and m.to_code = n.code
      group by n.id)
    select n.id, n.name, n.code, n.level, n.municipality_name as "municipalityName",
      coalesce(d.doors, 0) as doors, coalesce(d.inside, 0) as inside,
      case when told.id is null or told.is_unsure then null when told.parts = told.sources then 'parts'
        when told.parts > 0 then 'some' else 'none' end as "cameFrom"
    from newer n left join doors d on d.id = n.id left join told on told.id = n.id
    order by platform.folded(n.name), n.id`.execute(tx.db)
  return rows.map((row) => ({ ...row, cameFrom: row.cameFrom ?? undefined }))
}

/** How many living doors of the outdated parts lie in no area of the newest edition. */
export async function doorsLeftOver(tx: Tx, neighbourhoodId: string): Promise<number> {
  const { rows } = await sql<{ doors: number }>`
    with ${outdated}
    select count(distinct a.id) as doors from outdated o
    join places.placement p on p.municipality_id = o.municipality_id and p.area_id = o.part_id
    join places.address a on a.municipality_id = p.municipality_id and a.id = p.address_id and a.gone_on is null
    where o.area_id = ${neighbourhoodId}::uuid and o.edition < o.newest and not exists (
      select from places.placement q join places.area n on n.municipality_id = q.municipality_id and n.id = q.area_id
      where q.municipality_id = a.municipality_id and q.address_id = a.id and n.level = o.level and n.edition = o.newest)`.execute(
    tx.db,
  )
  return rows[0]?.doors ?? 0
}
