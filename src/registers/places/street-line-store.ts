import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import type { Point } from './geometry.ts'

/**
 * Streets as lines for a map: no road network is loaded, so a line follows the living doors. Doors whose numbers share their
 * tens are one point, in the order of the numbers; both sides of the street then average to its middle. Within neighbourhoods
 * a street ends at their border.
 */
export async function streetLines(
  tx: Tx,
  streetIds: readonly string[],
  { neighbourhoodIds }: { readonly neighbourhoodIds: readonly string[] },
): Promise<ReadonlyMap<string, readonly Point[]>> {
  const { rows } = await sql<{ id: string; x: number; y: number }>`
    select street_id as id, avg(x) as x, avg(y) as y from places.address
    where gone_on is null and street_id = any(${[...streetIds]}::uuid[])
      and id in (select address_id from places.neighbourhood_address where neighbourhood_id = any(${[...neighbourhoodIds]}::uuid[]))
    group by street_id, number_order / 10 order by street_id, number_order / 10`.execute(tx.db)
  const lines = Map.groupBy(rows, ({ id }) => id)
  return new Map([...lines].map(([id, points]) => [id, points.map(({ x, y }): Point => [x, y])]))
}
