/**
 * Which sectors took the place of one that Statbel drew anew on 1 January 2025, as far as their codes tell: a new sector kept the first eight
 * characters of the one it was drawn from, with a letter from K on behind them (`72025A202` became `72025A20K` and `72025A20L`). Nobody
 * publishes that rule, so whatever follows from it is an estimate; docs/decisions/0460 says how often it holds.
 */

/** Living doors of an area by the neighbourhood of the other edition in which they lie; null where that is not known. */
export type DoorsByNeighbourhood = {
  readonly from: string
  readonly neighbourhood: string | null
  readonly doors: number
}

/** Codes of the other edition, and the neighbourhood in which each lies, as far as a table says so. */
export type Successors = { readonly codes: readonly string[]; readonly neighbourhoodOf: ReadonlyMap<string, string> }

/** Of the doors so many must be accounted for: the rest may be of another sector. */
export const leastShare = 0.9

/**
 * The shares of an area in those that took its place. Doors divide it over neighbourhoods, and within a neighbourhood one sector alone may
 * be meant; where two are, nothing tells how it was divided, and it leads nowhere. Without doors, one successor alone must be there.
 */
export function bySuccessors(
  from: string,
  doors: readonly DoorsByNeighbourhood[],
  { codes, neighbourhoodOf }: Successors,
): ReadonlyMap<string, number> {
  const kin = codes.filter((code) => isKin(code, from))
  const all = doors.reduce((sum, one) => sum + one.doors, 0)
  if (all === 0) return new Map(kin.length === 1 ? kin.map((code) => [code, 1]) : [])
  const found = new Map<string, number>()
  for (const { neighbourhood, doors: count } of doors) {
    const [only, ...others] = kin.filter((code) => neighbourhoodOf.get(code) === neighbourhood)
    if (neighbourhood === null || only === undefined || others.length > 0) continue
    found.set(only, (found.get(only) ?? 0) + count)
  }
  const known = [...found.values()].reduce((sum, count) => sum + count, 0)
  if (known < all * leastShare) return new Map()
  return new Map([...found].toSorted().map(([code, count]) => [code, count / known]))
}

/** Whether one of two sectors was drawn from the other, as far as their codes tell. */
export const isKin = (one: string, other: string): boolean => one !== other && one.slice(0, 8) === other.slice(0, 8)
