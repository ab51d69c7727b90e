/**
 * A table as it is handed in: what it is divided by, and what was counted at the finest level. Totals are never handed in;
 * they are worked out, so no cell can contradict another.
 *
 *     dimensions: [
 *       { id: 'area', categories: [{ id: 'all' }, { id: 'north', within: ['all'] }, { id: 'south', within: ['all'] }] },
 *     ]
 *     cells: [{ at: ['north'], value: 3 }, { at: ['south'], value: 40 }]
 */

/** A category, and the wider ones that count everything in it: several when areas overlap or periods add up. */
export type Category = { readonly id: string; readonly within?: readonly string[] }

/** What a table is divided by. A category in which no other lies is a leaf: it is counted at, all others are sums of leaves. */
export type Dimension = { readonly id: string; readonly categories: readonly Category[] }

/**
 * What was counted at one leaf of every dimension, in the order of the dimensions. For amounts (`value` in cents) also from how
 * many people, and the two largest contributions among them. What is not listed is zero, a true one.
 */
export type BaseCell = {
  readonly at: readonly string[]
  readonly value: number
  readonly people?: number
  readonly largest?: readonly [number, number]
}

/** Which categories of each dimension a reader sees; a dimension that is not named is seen as its total only. */
export type View = { readonly [dimension: string]: 'all' | readonly string[] }

/** `views`: the tables made of these counts, when it is not simply every combination of categories. */
export type Table = {
  readonly dimensions: readonly Dimension[]
  readonly cells: readonly BaseCell[]
  readonly views?: readonly View[]
}

/** The leaves in each category of a dimension, as positions; leaves stand first. Throws a `RangeError` that names what is wrong. */
export type Members = {
  readonly id: string
  readonly categories: readonly string[]
  readonly leafCount: number
  readonly leavesOf: readonly Int32Array[]
}

/** Works out which leaves each category holds. Refuses an unknown or double category, and one that lies within itself. */
export function membersOf({ id, categories }: Dimension): Members {
  const byId = new Map(categories.map((category) => [category.id, category]))
  if (byId.size < categories.length) throw new RangeError(`Dimension ${id} names a category twice.`)
  const wider = new Set(categories.flatMap((category) => category.within ?? []))
  for (const name of wider) if (!byId.has(name)) throw new RangeError(`Dimension ${id} has no category ${name}.`)
  const leaves = categories.filter((category) => !wider.has(category.id)).map((category) => category.id)
  if (leaves.length === 0) throw new RangeError(`Dimension ${id} has no category that can be counted at.`)
  const sums = categories.filter((category) => wider.has(category.id)).map((category) => category.id)
  const held = new Map(sums.map((name) => [name, new Set<number>()]))
  for (const [position, leaf] of leaves.entries())
    for (const above of allAbove(leaf, byId, id)) held.get(above)?.add(position)
  return {
    id,
    categories: [...leaves, ...sums],
    leafCount: leaves.length,
    leavesOf: [...leaves.map((_, position) => Int32Array.of(position)), ...sums.map((name) => sorted(held.get(name)))],
  }
}

function allAbove(leaf: string, byId: ReadonlyMap<string, Category>, dimension: string): ReadonlySet<string> {
  const above = new Set<string>()
  const climb = (name: string, below: readonly string[]) => {
    for (const next of byId.get(name)?.within ?? []) {
      if (next === name || below.includes(next))
        throw new RangeError(`In dimension ${dimension} category ${next} lies within itself.`)
      above.add(next)
      climb(next, [...below, name])
    }
  }
  climb(leaf, [])
  return above
}

const sorted = (positions: ReadonlySet<number> | undefined) => Int32Array.from(positions ?? []).sort()
