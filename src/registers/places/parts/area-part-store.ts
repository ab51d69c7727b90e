import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { type AreaPart, type PartsFound, partsFrom } from './area-part.ts'

/** Levels of published areas of which figures are known and neighbourhoods are made. */
export type PartLevel = 'sector' | 'neighbourhood' | 'district'

/**
 * The areas of one level and edition of which each of these neighbourhoods is made, whatever it was made of itself. A published
 * area of that level and edition is its own part. A neighbourhood that has none is missing from the answer.
 */
export async function neighbourhoodParts(
  tx: Tx,
  neighbourhoodIds: readonly string[],
  level: PartLevel,
  edition: string,
): Promise<ReadonlyMap<string, readonly AreaPart[]>> {
  if (neighbourhoodIds.length === 0) return new Map()
  const asked = { ids: [...new Set(neighbourhoodIds)], level, edition }
  const [known, doors] = [await knownParts(tx, asked), await doorsByPart(tx, asked)]
  const found = new Map<string, PartsFound>()
  for (const id of asked.ids)
    found.set(id, {
      known: known
        .filter(({ neighbourhoodId }) => neighbourhoodId === id)
        .map(({ neighbourhoodId: _, ...part }) => part),
      doors: doors.filter(({ neighbourhoodId }) => neighbourhoodId === id),
    })
  const parts = [...found].map(([id, of]) => [id, partsFrom(of)] as const)
  return new Map(parts.filter(([, of]) => of.length > 0))
}

type Asked = { readonly ids: readonly string[]; readonly level: PartLevel; readonly edition: string }

/** The published areas and borders of which the asked ones are made: themselves when nobody composed them. */
const made = ({ ids }: Asked) => sql`made as (
  select a.municipality_id, a.id as neighbourhood_id, a.id as area_id from places.area a
  where a.id = any(${ids}::uuid[]) and a.origin <> 'composed'
  union all
  select c.municipality_id, c.area_id, c.part_id from places.composed_of_area c where c.area_id = any(${ids}::uuid[]))`

/** Of those, what is an area of the asked level and edition, or of which a published table says which of these lie in it. */
const known = ({ level, edition }: Asked) => sql`known as (
  select m.neighbourhood_id, m.area_id, a.code, 1::double precision as share, 'exact' as quality from made m
  join places.area a on a.municipality_id = m.municipality_id and a.id = m.area_id
  where a.level = ${level} and a.edition = ${edition} and a.code is not null
  union all
  select m.neighbourhood_id, m.area_id, t.from_code, t.share, t.quality from made m
  join places.area a on a.municipality_id = m.municipality_id and a.id = m.area_id
  join places.area_membership t on t.municipality_id = a.municipality_id and t.kind = 'partOf'
    and t.from_level = ${level} and t.from_edition = ${edition}
    and t.to_level = a.level and t.to_edition = a.edition and t.to_code = a.code
  -- A table that does not say how one of them is divided leaves it to the doors.
  where not exists (select from places.area_membership u where u.municipality_id = t.municipality_id and u.kind = t.kind
    and u.from_level = t.from_level and u.from_edition = t.from_edition and u.to_level = t.to_level
    and u.to_edition = t.to_edition and u.to_code = t.to_code and u.share is null))`

async function knownParts(tx: Tx, asked: Asked) {
  const { rows } = await sql<AreaPart & { neighbourhoodId: string }>`
    with ${made(asked)}, ${known(asked)}
    select neighbourhood_id as "neighbourhoodId", code, share, quality from known`.execute(tx.db)
  return rows
}

/**
 * Living doors of whatever else the neighbourhoods are made of, by the part in which they lie. Where no area of that edition
 * covers a door, the sector published with its address tells; not where sectors of its municipality are kept and its code is
 * none of them, for that code is of another edition.
 */
async function doorsByPart(tx: Tx, asked: Asked) {
  const { level, edition, ids } = asked
  const { rows } = await sql<{ neighbourhoodId: string; code: string | null; inside: number; total: number }>`
    with ${made(asked)}, ${known(asked)},
    inside as (
      select m.neighbourhood_id, p.address_id from made m
      join places.placement p on p.municipality_id = m.municipality_id and p.area_id = m.area_id
      where not exists (select from known k where k.neighbourhood_id = m.neighbourhood_id and k.area_id = m.area_id)
      union
      select s.area_id, a.id from places.composed_of_street s
      join places.address a on a.municipality_id = s.municipality_id and a.street_id = s.street_id
      where s.area_id = any(${ids}::uuid[])),
    kept as materialized (
      select municipality_id, id, code, nis_code from places.area
      where level = ${level} and edition = ${edition} and code is not null and gone_on is null),
    placed as (
      select p.address_id, k.code from kept k
      join places.placement p on p.municipality_id = k.municipality_id and p.area_id = k.id),
    told as (
      select a.id, a.sector_code as code from places.address a
      where a.gone_on is null and ${level} = 'sector' and a.sector_code is not null and exists (select from inside)
        and (a.sector_code in (select code from kept) or a.nis_code not in (select nis_code from kept))),
    door as (
      select i.neighbourhood_id, a.id, coalesce(l.code, t.code) as code from inside i
      join places.address a on a.id = i.address_id and a.gone_on is null
      left join placed l on l.address_id = a.id
      left join told t on t.id = a.id),
    counted as (select neighbourhood_id, code, count(*) as inside from door group by neighbourhood_id, code),
    everywhere as (
      select code, count(*) as doors from (
        select l.code from placed l join places.address a on a.id = l.address_id and a.gone_on is null
        where l.code in (select code from counted)
        union all
        select t.code from told t
        where t.code in (select code from counted) and not exists (select from placed l where l.address_id = t.id)) every_door
      group by code)
    select c.neighbourhood_id as "neighbourhoodId", c.code, c.inside, coalesce(e.doors, 0) as total
    from counted c left join everywhere e on e.code = c.code`.execute(tx.db)
  return rows
}
