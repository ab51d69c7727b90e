import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import type { Point } from '../published-areas/index.ts'

/**
 * Streets as lines for a map: no road network is loaded, so a line follows the living doors. Doors whose numbers share their
 * tens are one point, in the order of the numbers; both sides of the street then average to its middle. Within neighbourhoods
 * a street ends at their border.
 */
export async function streetLines(
  tx: Tx,
  streetIds: readonly string[],
  { neighbourhoodIds }: { readonly neighbourhoodIds?: readonly string[] } = {},
): Promise<ReadonlyMap<string, readonly Point[]>> {
  const within = neighbourhoodIds
    ? sql`id in (select address_id from places.neighbourhood_address where neighbourhood_id = any(${[...neighbourhoodIds]}::uuid[]))`
    : sql`true`
  const { rows } = await sql<{ id: string; x: number; y: number }>`
    select street_id as id, avg(x) as x, avg(y) as y from places.address
    where gone_on is null and street_id = any(${[...streetIds]}::uuid[]) and ${within}
    group by street_id, number_order / 10 order by street_id, number_order / 10`.execute(tx.db)
  const lines = Map.groupBy(rows, ({ id }) => id)
  return new Map([...lines].map(([id, points]) => [id, points.map(({ x, y }): Point => [x, y])]))
}

/** Where the living doors without a street are, per neighbourhood. */
export async function streetlessPoints(
  tx: Tx,
  neighbourhoodIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Point[]>> {
  const { rows } = await sql<{ id: string; x: number; y: number }>`
    select n.neighbourhood_id as id, a.x, a.y from places.neighbourhood_address n
    join places.address a on a.municipality_id = n.municipality_id and a.id = n.address_id
    where n.neighbourhood_id = any(${[...neighbourhoodIds]}::uuid[]) and a.gone_on is null and a.street_id is null
    order by n.neighbourhood_id, a.x, a.y`.execute(tx.db)
  const doors = Map.groupBy(rows, ({ id }) => id)
  return new Map([...doors].map(([id, points]) => [id, points.map(({ x, y }): Point => [x, y])]))
}
