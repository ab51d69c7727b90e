import type { Tx } from '../../../platform/database/transact.ts'
import type { Neighbourhood, PartLevel } from '../../../registers/places/index.ts'
import { ownEdition } from '../own-counts/own-edition.ts'
import { type AreasOfEdition, partsInEdition } from '../publishing/protection/parts-in-edition.ts'
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
  const partsOf = await partsInEdition(tx)
  for (const wanted of divisionsWithFigures(coverage))
    for (const [id, parts] of await partsOf(ids, wanted)) divisions.get(id)?.push({ ...wanted, parts })
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

/** Its code as published; of one of ours its identifier, under which we count ourselves. */
const ownKeys = ({ id, origin, edition, code }: Neighbourhood): readonly AreaKey[] => [
  origin === 'imported' && code !== null
    ? { level: 'neighbourhood', edition, code }
    : { level: 'neighbourhood', edition: ownEdition, code: id },
]

/** Of one level and edition each once, the widest first: what is known of a whole needs no adding up. */
function divisionsWithFigures(coverage: readonly Pick<Coverage, 'level' | 'edition'>[]): readonly AreasOfEdition[] {
  const levels: readonly PartLevel[] = ['district', 'neighbourhood', 'sector']
  return levels.flatMap((level) => {
    const ofLevel = coverage.filter((one) => one.level === level && one.edition !== ownEdition)
    const editions = new Set(ofLevel.map(({ edition }) => edition))
    return [...editions]
      .toSorted()
      .toReversed()
      .map((edition) => ({ level, edition }))
  })
}
