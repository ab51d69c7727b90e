import type { Grid, GridDimension } from './grid.ts'

/**
 * How figures can be moved within a table so that no shown cell changes. Along one dimension people can only be moved from one
 * leaf to another: that changes each category holding one of the two and not the other. Or they can come from outside: that
 * changes every category holding the leaf, the total too. A move takes one of both along each dimension, and changes
 * the cells at every combination, plus or minus.
 *
 *     ages:  north  +  −        moved one person of `north` and one of `south` to another age:
 *            south  −  +        the totals by area and by age stay what they were
 */
export type Lane = { readonly leaf: number; readonly offsets: Int32Array }

/** Positions that change together and in which sense, along the dimensions that stay fixed during a search. */
export type Fixed = { readonly offsets: Int32Array; readonly signs: Int8Array }

/** Nothing fixed yet. */
export const nothingFixed: Fixed = { offsets: Int32Array.of(0), signs: Int8Array.of(1) }

/** Another combination of figures which a reader cannot tell from the real one, as changes of base cells. */
export type Witness = { readonly cells: Int32Array; readonly changes: Float64Array }

/** `fixed` with one more dimension: people come to `leaf` from outside. */
export function fromOutside(fixed: Fixed, { holders, stride }: GridDimension, leaf: number): Fixed {
  const held = holders[leaf] ?? []
  return cross(
    fixed,
    [...held].map((category) => ({ offset: category * stride, sign: 1 })),
  )
}

/** `fixed` with one more dimension: people come to lane `to` from lane `from`. */
export function between(fixed: Fixed, to: Lane, from: Lane): Fixed {
  return cross(fixed, [
    ...[...to.offsets].map((offset) => ({ offset, sign: 1 })),
    ...[...from.offsets].map((offset) => ({ offset, sign: -1 })),
  ])
}

function cross(fixed: Fixed, along: readonly { readonly offset: number; readonly sign: number }[]): Fixed {
  const offsets = new Int32Array(fixed.offsets.length * along.length)
  const signs = new Int8Array(offsets.length)
  let next = 0
  for (const [i, base] of fixed.offsets.entries())
    for (const { offset, sign } of along) {
      offsets[next] = base + offset
      signs[next++] = sign * (fixed.signs[i] ?? 1)
    }
  return { offsets, signs }
}

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
    const isLarge = (dimension.leavesOf[scopes[0] ?? category]?.length ?? 0) >= largeScope
    const near = scopes.slice(0, isNested(d, dimension) && isLarge ? 1 : mostScopes)
    return (reach === 'narrow' ? near : scopes).flatMap((scope) => {
      const plain = category === leaf ? plainLanes(d, dimension, scope) : []
      const own = plain.find((lane) => lane.leaf === leaf)
      if (own) return [[own, ...plain.filter((lane) => lane !== own)]]
      const sets = laneSets(dimension, scope, leaf, category)
      return reach === 'narrow' && isNested(d, dimension) ? sets.slice(0, 1) : sets
    })
  }
  const answers = new Map<string, readonly (readonly Lane[])[]>()
  return {
    around: (d, category, leaf, reach) => {
      const key = `${d} ${category} ${leaf} ${reach}`
      const sets = answers.get(key) ?? around(d, category, leaf, reach).filter((one) => one.length > 1)
      // NOTE very long lists are made anew, as keeping one for each leaf would take memory by the square of their number.
      if (sets.every((one) => one.length <= mostKept)) answers.set(key, sets)
      return sets
    },
  }
}

const mostKept = 200

/** One lane for each leaf when no category below `scope` holds two of them; none otherwise. */
function plainLanesOf(dimension: GridDimension, scope: number): Lane[] {
  const leaves = dimension.leavesOf[scope] ?? new Int32Array()
  const core = dimension.holders[leaves[0] ?? 0]?.filter((category) => covers(dimension, category, leaves)) ?? []
  const isPlain = [...leaves].every((leaf) => dimension.holders[leaf]?.length === core.length + 1)
  return isPlain ? Array.from(leaves, (leaf) => ({ leaf, offsets: Int32Array.of(leaf * dimension.stride) })) : []
}

const mostLeftOut = 60
const mostScopes = 3
const largeScope = 4

/** Whether categories lie within each other or apart, so that the nearest exchange is the one that changes least. */
function isTree(dimension: GridDimension): boolean {
  return dimension.holders.every((held) => {
    const bySize = [...held].sort((a, b) => (dimension.leavesOf[a]?.length ?? 0) - (dimension.leavesOf[b]?.length ?? 0))
    return bySize.every(
      (category, k) => k === 0 || covers(dimension, category, dimension.leavesOf[bySize[k - 1] ?? 0] ?? none),
    )
  })
}

const none = new Int32Array()

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
    (one) => (dimension.leavesOf[one]?.length ?? 0) > inner.length && covers(dimension, one, inner),
  )
  return wider.sort((a, b) => (dimension.leavesOf[a]?.length ?? 0) - (dimension.leavesOf[b]?.length ?? 0))
}

function covers(dimension: GridDimension, category: number, leaves: Int32Array): boolean {
  const held = dimension.leavesOf[category] ?? new Int32Array()
  return held.length >= leaves.length && leaves.every((leaf) => dimension.holders[leaf]?.includes(category))
}
