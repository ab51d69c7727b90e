import type { Grid, GridDimension } from './grid.ts'
import type { Lane } from './moves.ts'

/** From so many leaves on, the nearest scope has exchanges enough; below it, further scopes are looked into too. */
const largeScope = 4
const mostScopes = 3
const mostLeftOut = 60
/** Of very many leaves beside each other only so many are looked at, the same for all of them. */
const neighbours = 200

/** Lanes that people can be moved between along one dimension: of the leaf asked for first. */
export type LaneBook = {
  /** The lanes nearest to `leaf` outside `category`, or with `wide` every set of lanes there is, the nearest first. */
  readonly around: (d: number, category: number, leaf: number, reach: 'narrow' | 'wide') => readonly (readonly Lane[])[]
}

/** Reckons lanes of a grid once and keeps them, as most leaves share theirs with their neighbours. */
export function laneBook(grid: Grid): LaneBook {
  const kept = new Map<string, readonly Lane[]>()
  const nested = new Map<number, boolean>()
  const isNested = (d: number, dimension: GridDimension) => {
    const known = nested.get(d) ?? isTree(dimension)
    nested.set(d, known)
    return known
  }
  const plainLanes = (d: number, dimension: GridDimension, scope: number) => {
    const key = `${d}:${scope}`
    const lanes = kept.get(key) ?? plainLanesOf(dimension, scope)
    kept.set(key, lanes)
    return lanes
  }
  const around: LaneBook['around'] = (d, category, leaf, reach) => {
    const dimension = grid.dimensions[d]
    if (!dimension) return []
    const scopes = scopesAround(dimension, category)
    const isLarge = sizeOf(dimension, scopes[0] ?? category) >= largeScope
    const near = scopes.slice(0, isNested(d, dimension) && isLarge ? 1 : mostScopes)
    return (reach === 'narrow' ? near : scopes).flatMap((scope) => {
      const plain = category === leaf ? plainLanes(d, dimension, scope) : []
      const own = plain.find((lane) => lane.leaf === leaf)
      if (own) return [[own, ...nearestOf(plain, own, reach).filter((lane) => lane !== own)]]
      const sets = laneSets(dimension, scope, leaf, category)
      return reach === 'narrow' && isNested(d, dimension) ? sets.slice(0, 1) : sets
    })
  }
  const answers = new Map<string, readonly (readonly Lane[])[]>()
  return {
    around: (d, category, leaf, reach) => {
      const key = `${d} ${category} ${leaf} ${reach}`
      const sets = answers.get(key) ?? around(d, category, leaf, reach).filter((one) => one.length > 1)
      // NOTE longer lists are made anew, as keeping one for each leaf would take memory by the square of their number.
      if (sets.every((one) => one.length <= neighbours)) answers.set(key, sets)
      return sets
    },
  }
}

/** The part of a long list in which `own` stands, or all of it. */
function nearestOf(lanes: readonly Lane[], own: Lane, reach: 'narrow' | 'wide'): readonly Lane[] {
  if (reach === 'wide' || lanes.length <= neighbours * 1.5) return lanes
  const begin = Math.floor(lanes.indexOf(own) / neighbours) * neighbours
  return lanes.slice(begin, begin + neighbours)
}

/** One lane for each leaf when no category below `scope` holds two of them; none otherwise. */
function plainLanesOf(dimension: GridDimension, scope: number): Lane[] {
  const leaves = dimension.leavesOf[scope] ?? new Int32Array()
  const core = dimension.holders[leaves[0] ?? 0]?.filter((category) => covers(dimension, category, leaves)) ?? []
  const isPlain = [...leaves].every((leaf) => dimension.holders[leaf]?.length === core.length + 1)
  return isPlain ? Array.from(leaves, (leaf) => ({ leaf, offsets: Int32Array.of(leaf * dimension.stride) })) : []
}

/** Whether categories lie within each other or apart, so that the nearest exchange is the one that changes least. */
function isTree(dimension: GridDimension): boolean {
  return dimension.holders.every((held) => {
    const bySize = [...held].sort((a, b) => sizeOf(dimension, a) - sizeOf(dimension, b))
    return bySize.every(
      (category, k) =>
        k === 0 || covers(dimension, category, dimension.leavesOf[bySize[k - 1] ?? 0] ?? new Int32Array()),
    )
  })
}

/**
 * The leaves in `scope` that can exchange with `leaf`, outside `outside`, without changing a category that holds all of `scope`.
 * Lanes of one set share no category, so an exchange along several of them changes each cell once; leaves that share one come as
 * sets of two of their own.
 */
function laneSets(dimension: GridDimension, scope: number, leaf: number, outside: number): Lane[][] {
  const inScope = dimension.leavesOf[scope] ?? new Int32Array()
  const excluded = new Set(dimension.leavesOf[outside])
  const core = new Set(dimension.holders[leaf]?.filter((category) => covers(dimension, category, inScope)))
  const lane = (one: number) => ({
    leaf: one,
    own: (dimension.holders[one] ?? new Int32Array()).filter((category) => !core.has(category)),
  })
  const offsetsOf = (own: Int32Array) => own.map((category) => category * dimension.stride)
  const first = lane(leaf)
  const used = new Set(first.own)
  const together: Lane[] = [{ leaf, offsets: offsetsOf(first.own) }]
  const leftOut: Lane[][] = []
  const weight = (one: number) => dimension.weights[one] ?? 0
  const others = [...inScope].filter((one) => !excluded.has(one)).map(lane)
  others.sort((a, b) => a.own.length - b.own.length || weight(b.leaf) - weight(a.leaf))
  for (const { leaf: one, own } of others) {
    if (one === leaf) continue
    if (own.every((category) => !used.has(category))) {
      for (const category of own) used.add(category)
      together.push({ leaf: one, offsets: offsetsOf(own) })
    } else if (leftOut.length < mostLeftOut) {
      const shared = new Set(own.filter((category) => first.own.includes(category)))
      const apart = (of: Int32Array) => offsetsOf(of.filter((category) => !shared.has(category)))
      leftOut.push([
        { leaf, offsets: apart(first.own) },
        { leaf: one, offsets: apart(own) },
      ])
    }
  }
  return [together, ...leftOut]
}

/** The categories that hold all of `category` and something more, the narrowest first. */
function scopesAround(dimension: GridDimension, category: number): number[] {
  const inner = dimension.leavesOf[category] ?? new Int32Array()
  const wider = [...(dimension.holders[inner[0] ?? 0] ?? [])].filter(
    (one) => sizeOf(dimension, one) > inner.length && covers(dimension, one, inner),
  )
  return wider.sort((a, b) => sizeOf(dimension, a) - sizeOf(dimension, b))
}

function covers(dimension: GridDimension, category: number, leaves: Int32Array): boolean {
  const held = dimension.leavesOf[category] ?? new Int32Array()
  return held.length >= leaves.length && leaves.every((leaf) => dimension.holders[leaf]?.includes(category))
}

function sizeOf(dimension: GridDimension, category: number): number {
  return dimension.leavesOf[category]?.length ?? 0
}
