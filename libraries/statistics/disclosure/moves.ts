import type { GridDimension } from './grid.ts'

/**
 * How figures can be moved within a table so that no shown cell changes. Along one dimension people can only be moved from one
 * leaf to another: that changes each category holding one of the two and not the other. Or they can come from outside: that
 * changes every category holding the leaf, the total too. A move does one of both along each dimension, and changes the cells at
 * every combination, plus or minus.
 *
 *     ages:  north  +  −        moved one person of `north` and one of `south` to another age:
 *            south  −  +        the totals by area and by age stay what they were
 */

/** A leaf that takes part in an exchange along one dimension: offsets of the categories that change with it. */
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
