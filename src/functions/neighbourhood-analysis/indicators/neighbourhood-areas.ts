import type { Tx } from '../../../platform/database/transact.ts'
import {
  bridgeBetween,
  type Neighbourhood,
  neighbourhoodParts,
  type PartLevel,
} from '../../../registers/places/index.ts'
import { ownEdition } from '../own-counts/own-edition.ts'
import { type AreaInParts, type AreaKey, carriedTo, type Division } from './aggregation/area-in-parts.ts'
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
  const editions = new Set([...coverage, ...neighbourhoods].map(({ edition }) => edition))
  for (const wanted of divisionsWithFigures(coverage)) {
    const parts = await neighbourhoodParts(tx, ids, wanted.level, wanted.edition)
    for (const [id, own] of parts) divisions.get(id)?.push({ ...wanted, parts: own })
    const without = ids.filter((id) => !parts.has(id))
    for (const [id, carried] of await carriedFromOthers(tx, without, wanted, editions)) divisions.get(id)?.push(carried)
  }
  return new Map(neighbourhoods.map((one) => [one.id, { own: ownKeys(one), divisions: divisions.get(one.id) ?? [] }]))
}

/** For neighbourhoods that are not known in an edition: put together in another one, and carried over from there. */
async function carriedFromOthers(
  tx: Tx,
  ids: readonly string[],
  { level, edition }: Wanted,
  editions: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Division>> {
  const carried = new Map<string, Division>()
  for (const other of editions) {
    const left = ids.filter((id) => !carried.has(id))
    if (left.length === 0 || other === edition || level === 'district') continue
    const parts = await neighbourhoodParts(tx, left, level, other)
    if (parts.size === 0) continue
    const bridge = await bridgeBetween(tx, { level, from: edition, to: other })
    for (const [id, own] of parts) {
      const division = carriedTo(edition, { level, edition: other, parts: own }, bridge)
      if (division.parts.length > 0) carried.set(id, division)
    }
  }
  return carried
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

type Wanted = { readonly level: PartLevel; readonly edition: string }

/** Of one level and edition each once, the widest first: what is known of a whole needs no adding up. */
function divisionsWithFigures(coverage: readonly Pick<Coverage, 'level' | 'edition'>[]): readonly Wanted[] {
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
