/**
 * Of which published areas neighbourhoods are made, in the edition in which figures are published. Pages and protection read the same: a
 * neighbourhood of which a page adds figures up must stand beside its areas when it is worked out what is hidden.
 */
import type { Tx } from '../../../../platform/database/transact.ts'
import {
  type AreaPart,
  bridgeBetween,
  editionsOf,
  neighbourhoodParts,
  type PartLevel,
} from '../../../../registers/places/index.ts'
import { carriedTo } from './carried-parts.ts'
import { editionsOfFigures } from './protection-store.ts'

/** Areas of one level and edition of which there are figures. */
export type AreasOfEdition = { readonly level: PartLevel; readonly edition: string }

/** The parts of neighbourhoods, by identifier; one of which nothing is known is missing. */
export type PartsInEdition = (
  ids: readonly string[],
  areas: AreasOfEdition,
) => Promise<ReadonlyMap<string, readonly AreaPart[]>>

/** Looks parts up; of a neighbourhood that is not known in an edition those of the newest one in which it is, carried over. */
export async function partsInEdition(tx: Tx): Promise<PartsInEdition> {
  const editions = [...new Set([...(await editionsOf(tx)), ...(await editionsOfFigures(tx))])].toSorted().toReversed()
  return async (ids, areas) => {
    const known = await neighbourhoodParts(tx, ids, areas.level, areas.edition)
    const without = ids.filter((id) => !known.has(id))
    return new Map([...known, ...(await carriedFromOthers(tx, without, areas, editions))])
  }
}

async function carriedFromOthers(
  tx: Tx,
  ids: readonly string[],
  { level, edition }: AreasOfEdition,
  editions: readonly string[],
): Promise<ReadonlyMap<string, readonly AreaPart[]>> {
  const carried = new Map<string, readonly AreaPart[]>()
  for (const other of editions) {
    const left = ids.filter((id) => !carried.has(id))
    if (left.length === 0 || other === edition || level === 'district') continue
    const parts = await neighbourhoodParts(tx, left, level, other)
    if (parts.size === 0) continue
    const bridge = await bridgeBetween(tx, { level, from: edition, to: other })
    for (const [id, own] of parts) {
      const over = carriedTo(own, bridge)
      if (over.length > 0) carried.set(id, over)
    }
  }
  return carried
}
