import type { Tx } from '../../../platform/database/transact.ts'
import { type Neighbourhood, neighbourhoodParts, type PartLevel } from '../../../registers/places/index.ts'
import type { AreaInParts, AreaKey, Division } from './aggregation/area-in-parts.ts'
import type { Coverage } from './figures-in-view-store.ts'

/**
 * Each neighbourhood as figures can be had of it: under its own code, and put together of every division of which there are
 * figures. By identifier.
 */
export async function neighbourhoodAreas(
  tx: Tx,
  neighbourhoods: readonly Neighbourhood[],
  coverage: readonly Pick<Coverage, 'level' | 'edition'>[],
): Promise<ReadonlyMap<string, AreaInParts>> {
  const ids = neighbourhoods.map(({ id }) => id)
  const divisions = new Map<string, Division[]>(ids.map((id) => [id, []]))
  for (const { level, edition } of divisionsWithFigures(coverage)) {
    const parts = await neighbourhoodParts(tx, ids, level, edition)
    for (const [id, own] of parts) divisions.get(id)?.push({ level, edition, parts: own })
  }
  return new Map(neighbourhoods.map((one) => [one.id, { own: ownKeys(one), divisions: divisions.get(one.id) ?? [] }]))
}

/** Every published area of which a figure may be needed for these. */
export function keysOf(areas: Iterable<AreaInParts>): readonly AreaKey[] {
  const keys = [...areas].flatMap(({ own, divisions }) => [
    ...own,
    ...divisions.flatMap(({ level, edition, parts }) => parts.map(({ code }) => ({ level, edition, code }))),
  ])
  return [...new Map(keys.map((key) => [`${key.level} ${key.edition} ${key.code}`, key])).values()]
}

const ownKeys = ({ origin, edition, code }: Neighbourhood): readonly AreaKey[] =>
  origin === 'imported' && code !== null ? [{ level: 'neighbourhood', edition, code }] : []

/** Of one level and edition each once, the widest first: what is known of a whole needs no adding up. */
function divisionsWithFigures(coverage: readonly Pick<Coverage, 'level' | 'edition'>[]) {
  const levels: readonly PartLevel[] = ['district', 'neighbourhood', 'sector']
  return levels.flatMap((level) => {
    const editions = new Set(coverage.filter((one) => one.level === level).map(({ edition }) => edition))
    return [...editions]
      .toSorted()
      .toReversed()
      .map((edition) => ({ level, edition }))
  })
}
