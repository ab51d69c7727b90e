import { bySuccessors, type DoorsByNeighbourhood } from './successors.ts'

/**
 * From the areas of one edition to those of another, such as over 1 January 2025, when Statbel drew the sectors anew. No table says
 * which sector became which. What is known is told in this order, for each area by the first that tells anything:
 *
 * 1. a published table that says what it became (mergers of municipalities, sectors of 2019 and 2024);
 * 2. its doors: a door has a sector of the old edition and lies in an area of the new one, and people live behind doors;
 * 3. the neighbourhood it lies in, when that is the same in both editions and has one area of the new edition;
 * 4. its code, when the new edition still has it. That is likely the same area, and nobody says so: approximate;
 * 5. the codes of the sectors that were drawn from it, with the neighbourhoods of its doors (`successors.ts`): approximate too.
 *
 * An area of which none of these tells anything leads nowhere: a figure of it cannot be brought over.
 */

/** How much of a figure of `from` belongs to `to`: exact when all of it does, else an estimate by doors. */
export type AreaBridge = {
  readonly from: string
  readonly to: string
  /** Above 0 and at most 1. The shares of one area come to 1. */
  readonly share: number
  readonly quality: 'exact' | 'approximate'
}

/** What is known of areas in two editions. */
export type BridgeEvidence = {
  /** As published tables say; without a share when they say nothing of how an area was divided. */
  readonly said: readonly {
    readonly from: string
    readonly to: string
    readonly share: number | null
    readonly quality: AreaBridge['quality']
  }[]
  /** Living doors by the area in which they lie in either edition; null where that is not known. */
  readonly doors: readonly { readonly from: string; readonly to: string | null; readonly doors: number }[]
  /** Areas whose neighbourhood has a single area in the new edition. */
  readonly throughNeighbourhood: readonly Omit<AreaBridge, 'share'>[]
  /** Of sectors: doors by the neighbourhood of the new edition, and in which neighbourhood each new sector lies. */
  readonly doorsByNeighbourhood?: readonly DoorsByNeighbourhood[]
  readonly neighbourhoodOf?: ReadonlyMap<string, string>
  /** Codes of both editions. */
  readonly from: readonly string[]
  readonly to: readonly string[]
}

/** The ways from each area to those of the other edition, by code. */
export function bridge(evidence: BridgeEvidence): readonly AreaBridge[] {
  const said = Map.groupBy(evidence.said, ({ from }) => from)
  const doors = Map.groupBy(evidence.doors, ({ from }) => from)
  const through = new Map(evidence.throughNeighbourhood.map((one) => [one.from, one]))
  const later = new Set(evidence.to)
  const earlier = new Set(evidence.from)
  const drawn = evidence.to.filter((code) => !earlier.has(code))
  const around = Map.groupBy(evidence.doorsByNeighbourhood ?? [], ({ from }) => from)
  const neighbourhoodOf = evidence.neighbourhoodOf
  return [...new Set(evidence.from)].toSorted().flatMap((from): readonly AreaBridge[] => {
    const own = said.get(from) ?? []
    const told = bySaying(own) ?? byDoors(from, doors.get(from) ?? [], own)
    if (told) return told
    const neighbourhood = through.get(from)
    if (neighbourhood) return [{ ...neighbourhood, share: 1 }]
    if (later.has(from)) return [{ from, to: from, share: 1, quality: 'approximate' }]
    if (!neighbourhoodOf) return []
    const successors = bySuccessors(from, around.get(from) ?? [], { codes: drawn, neighbourhoodOf })
    return [...successors].map(([to, share]) => ({ from, to, share, quality: 'approximate' }))
  })
}

/** What a table says whole: every share, and together all of the area. */
function bySaying(said: BridgeEvidence['said']): readonly AreaBridge[] | undefined {
  const shares = said.flatMap(({ from, to, share, quality }) => (share === null ? [] : [{ from, to, share, quality }]))
  const together = shares.reduce((sum, { share }) => sum + share, 0)
  return said.length > 0 && shares.length === said.length && Math.abs(together - 1) < 1e-6
    ? shares.filter(({ share }) => share > 0)
    : undefined
}

/** Doors divide an area; among the areas that a table names, when it names any. */
function byDoors(
  from: string,
  doors: BridgeEvidence['doors'],
  said: BridgeEvidence['said'],
): readonly AreaBridge[] | undefined {
  const named = new Set(said.map(({ to }) => to))
  const isMeant = (to: string | null): to is string => to !== null && (named.size === 0 || named.has(to))
  const counts = new Map<string, number>()
  let all = 0
  for (const { to, doors: count } of doors) {
    all += count
    if (isMeant(to) && count > 0) counts.set(to, (counts.get(to) ?? 0) + count)
  }
  const known = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (known === 0) return undefined
  const quality = counts.size === 1 && known === all ? 'exact' : 'approximate'
  return [...counts].toSorted().map(([to, count]) => ({ from, to, share: count / known, quality }))
}
