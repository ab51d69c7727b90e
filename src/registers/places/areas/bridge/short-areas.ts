import type { AreaBridge, BridgeEvidence } from './bridge.ts'
import { type DoorsByNeighbourhood, isKin, leastShare } from './successors.ts'

/**
 * Areas of the other edition of which something may be missing, because an area where people live leads nowhere: those in the neighbourhoods
 * of its doors, those drawn from it, and all when nobody knows where it went. A sum of such an area would be too low, and nobody would see
 * it: such a figure is not brought over. Where addresses lie in the areas of the other edition, one to which nothing leads has no doors.
 */
export function shortAreas(
  { from, to, doors, doorsByNeighbourhood = [], neighbourhoodOf }: BridgeEvidence,
  ways: readonly AreaBridge[],
): ReadonlySet<string> {
  const leading = new Set(ways.map((way) => way.from))
  const reached = new Set(ways.map((way) => way.to))
  const isPlaced = doors.some((one) => one.to !== null)
  const short = new Set(isPlaced ? [] : to.filter((code) => !reached.has(code)))
  const inhabited = new Set(doors.map((one) => one.from))
  const around = Map.groupBy(doorsByNeighbourhood, (one) => one.from)
  for (const lost of from.filter((code) => !leading.has(code))) {
    if (inhabited.size > 0 && !inhabited.has(lost)) continue
    const neighbourhoods = mainly(around.get(lost) ?? [])
    if (neighbourhoods.size === 0 || neighbourhoods.has(null)) return new Set(to)
    for (const code of to)
      if (isKin(code, lost) || neighbourhoods.has(neighbourhoodOf?.get(code) ?? null)) short.add(code)
  }
  return short
}

/** The neighbourhoods in which more than a few of these doors lie: borders are often simplified. */
function mainly(doors: readonly DoorsByNeighbourhood[]): ReadonlySet<string | null> {
  const all = doors.reduce((sum, one) => sum + one.doors, 0)
  return new Set(doors.filter((one) => one.doors > all * (1 - leastShare)).map(({ neighbourhood }) => neighbourhood))
}
