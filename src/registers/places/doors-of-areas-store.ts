import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'

/** An area with where its living doors are, Lambert 72 metres: `xs[k]`, `ys[k]` of one door. */
export type DoorsOfArea = {
  readonly id: string
  readonly level: 'sector' | 'neighbourhood' | 'district' | 'municipality'
  readonly edition: string
  /** As published; null for one of ours. */
  readonly code: string | null
  readonly name: string
  readonly xs: readonly number[]
  readonly ys: readonly number[]
}

/** The doors of every sector and neighbourhood that is kept, ours among them; an area without doors is left out. */
export async function doorsOfAreas(tx: Tx): Promise<readonly DoorsOfArea[]> {
  const { rows } = await sql<DoorsOfArea>`
    select a.id, a.level, a.edition, a.code, a.name, array_agg(d.x order by d.id) as xs, array_agg(d.y order by d.id) as ys
    from places.area a
    join places.neighbourhood_address l on l.municipality_id = a.municipality_id and l.neighbourhood_id = a.id
    join places.address d on d.municipality_id = l.municipality_id and d.id = l.address_id and d.gone_on is null
    where a.municipality_id = ${tx.actor.municipalityId}::uuid and a.gone_on is null and a.level in ('sector', 'neighbourhood')
    group by a.municipality_id, a.id`.execute(tx.db)
  return rows
}

/** All living doors of the municipality itself. */
export async function doorsIn(tx: Tx, nisCode: string): Promise<Pick<DoorsOfArea, 'xs' | 'ys'>> {
  const { rows } = await sql<{ xs: number[] | null; ys: number[] | null }>`
    select array_agg(x order by id) as xs, array_agg(y order by id) as ys from places.address
    where municipality_id = ${tx.actor.municipalityId}::uuid and nis_code = ${nisCode} and gone_on is null`.execute(
    tx.db,
  )
  return { xs: rows[0]?.xs ?? [], ys: rows[0]?.ys ?? [] }
}
