import { sql } from 'kysely'
import { rowsOf } from '../../../platform/database/rows-of.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { areaFinder, type Shape } from '../../published-areas/index.ts'
import type { KeptLevel } from './kept-area.ts'

export type LevelOfEdition = { readonly level: KeptLevel; readonly edition: string }

/** Levels of which it is kept which addresses lie in them. Of a municipality, the address itself says it. */
const placedLevels: readonly KeptLevel[] = ['sector', 'neighbourhood', 'district']

// NOTE the import of places runs as the owner, who sees every municipality: each query here names the one that is meant.

/**
 * Notes which living addresses lie in which area of a level and edition: by the borders, or, where those of sectors are only
 * roughly right or are not known, by the sector published with the address. Gives how many do.
 */
export async function placeDoors(tx: Tx, { level, edition }: LevelOfEdition): Promise<number> {
  if (!placedLevels.includes(level)) return 0
  const areas = await areasOf(tx, { level, edition })
  const byCode = level === 'sector' && areas.some(({ shape, isApproximate }) => shape === null || isApproximate)
  const placed = byCode ? await byPublishedSector(tx, edition) : await byBorders(tx, areas)
  await sql`create temporary table placed_door on commit drop as
    select area_id, address_id from ${rowsOf([
      { name: 'area_id', type: 'uuid', values: placed.map(({ areaId }) => areaId) },
      { name: 'address_id', type: 'uuid', values: placed.map(({ addressId }) => addressId) },
    ])} doors`.execute(tx.db)
  await sql`analyze placed_door`.execute(tx.db)
  await sql`
    delete from places.placement p using places.area a, places.address d
    where p.municipality_id = ${tx.actor.municipalityId}::uuid
      and a.municipality_id = p.municipality_id and a.id = p.area_id and a.level = ${level} and a.edition = ${edition}
      and a.origin = 'imported' and d.municipality_id = p.municipality_id and d.id = p.address_id and d.gone_on is null
      and not exists (select from placed_door n where n.area_id = p.area_id and n.address_id = p.address_id)`.execute(
    tx.db,
  )
  await sql`insert into places.placement (municipality_id, area_id, address_id)
    select ${tx.actor.municipalityId}::uuid, area_id, address_id from placed_door on conflict do nothing`.execute(tx.db)
  await sql`drop table placed_door`.execute(tx.db)
  return placed.length
}

/** Places the addresses anew in every level and edition that is kept, but for `except`: for when addresses came or moved. */
export async function placeDoorsEverywhere(tx: Tx, except?: LevelOfEdition): Promise<void> {
  const { rows } = await sql<LevelOfEdition>`
    select distinct level, edition from places.area
    where municipality_id = ${tx.actor.municipalityId}::uuid and origin = 'imported' and gone_on is null and level = any(${[...placedLevels]})`.execute(
    tx.db,
  )
  for (const { level, edition } of rows)
    if (level !== except?.level || edition !== except.edition) await placeDoors(tx, { level, edition })
}

/** Addresses know their neighbourhood of the newest edition: it follows when neighbourhoods of that edition came or changed. */
export async function followNewestNeighbourhoods(tx: Tx, edition: string): Promise<void> {
  await sql`
    update places.address d set neighbourhood_id = p.area_id
    from places.placement p join places.area a on a.municipality_id = p.municipality_id and a.id = p.area_id
    where d.municipality_id = ${tx.actor.municipalityId}::uuid and p.municipality_id = d.municipality_id
      and p.address_id = d.id and a.level = 'neighbourhood' and a.origin = 'imported' and a.edition = ${edition}
      and d.neighbourhood_id is distinct from p.area_id
      and ${edition} = (select max(edition) from places.area
        where municipality_id = d.municipality_id and origin = 'imported' and level = 'neighbourhood')`.execute(tx.db)
}

type Door = { readonly areaId: string; readonly addressId: string }
type Area = { readonly id: string; readonly shape: Shape | null; readonly isApproximate: boolean }

async function areasOf(tx: Tx, { level, edition }: LevelOfEdition): Promise<readonly Area[]> {
  const { rows } = await sql<Area>`
    select id, geometry as shape, is_approximate as "isApproximate" from places.area
    where municipality_id = ${tx.actor.municipalityId}::uuid and origin = 'imported' and level = ${level}
      and edition = ${edition} and gone_on is null order by code`.execute(tx.db)
  return rows
}

async function byBorders(tx: Tx, areas: readonly Area[]): Promise<readonly Door[]> {
  const find = areaFinder(areas, ({ shape }) => shape ?? [])
  const { rows } = await sql<{ id: string; x: number; y: number }>`
    select id, x, y from places.address
    where municipality_id = ${tx.actor.municipalityId}::uuid and gone_on is null`.execute(tx.db)
  return rows.flatMap(({ id, x, y }) => {
    const area = find([x, y])
    return area ? [{ areaId: area.id, addressId: id }] : []
  })
}

/** Of the addresses whose municipality has sectors here, so many must be among them: else their codes are of another edition. */
const leastKnownShare = 0.9

async function byPublishedSector(tx: Tx, edition: string): Promise<readonly Door[]> {
  const { rows } = await sql<{ addressId: string; areaId: string | null }>`
    with sector as (select id, code, nis_code from places.area
      where municipality_id = ${tx.actor.municipalityId}::uuid and level = 'sector' and edition = ${edition}
        and origin = 'imported' and gone_on is null)
    select d.id as "addressId", s.id as "areaId" from places.address d left join sector s on s.code = d.sector_code
    where d.municipality_id = ${tx.actor.municipalityId}::uuid and d.gone_on is null and d.sector_code is not null
      and d.nis_code in (select nis_code from sector)`.execute(tx.db)
  const known = rows.flatMap(({ areaId, addressId }) => (areaId === null ? [] : [{ areaId, addressId }]))
  return known.length >= rows.length * leastKnownShare ? known : []
}
