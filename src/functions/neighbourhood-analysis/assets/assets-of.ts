import type { Tx } from '../../../platform/database/transact.ts'
import { neighbourhoodsOf, type Shape, shapesOf } from '../../../registers/places/index.ts'
import { boundsOf, covers } from '../../../registers/published-areas/index.ts'
import type { Asset, PlacedAsset } from './asset.ts'
import { type AssetFilter, assetsIn } from './asset-store.ts'

type Area = { readonly id: string; readonly shape: Shape }

/** The neighbourhoods in which something lies: where who noted it said, or every area around its point. */
export function placedIn(areas: readonly Area[]): (asset: Pick<Asset, 'neighbourhoodId' | 'at'>) => readonly string[] {
  const boxed = areas.flatMap((area) => {
    const box = boundsOf(area.shape)
    return box ? [{ ...area, box }] : []
  })
  return ({ neighbourhoodId, at }) => {
    if (!at) return neighbourhoodId === null ? [] : [neighbourhoodId]
    const [x, y] = at
    const around = boxed.filter(
      ({ box, shape }) => x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY && covers(shape, at),
    )
    const ids = new Set(around.map(({ id }) => id))
    return neighbourhoodId === null ? [...ids] : [...ids.add(neighbourhoodId)]
  }
}

/** Assets with the neighbourhoods they lie in: of the newest edition, or those asked for; of one when given only what lies there. */
export async function assetsOf(
  tx: Tx,
  { neighbourhoodId, ...filter }: AssetFilter & { readonly neighbourhoodId?: string | undefined } = {},
): Promise<readonly PlacedAsset[]> {
  const areas = await areasFor(tx, neighbourhoodId === undefined ? undefined : [neighbourhoodId])
  const placed = placedIn(areas)
  const assets = (await assetsIn(tx, filter)).map((asset) => ({ ...asset, neighbourhoodIds: placed(asset) }))
  return neighbourhoodId === undefined
    ? assets
    : assets.filter(({ neighbourhoodIds }) => neighbourhoodIds.includes(neighbourhoodId))
}

async function areasFor(tx: Tx, ids: readonly string[] | undefined): Promise<readonly Area[]> {
  const neighbourhoods = await neighbourhoodsOf(tx, ids ? { ids } : {})
  const shapes = await shapesOf(
    tx,
    neighbourhoods.map(({ id }) => id),
  )
  return neighbourhoods.map(({ id }) => ({ id, shape: shapes.get(id) ?? [] }))
}
