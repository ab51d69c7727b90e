import type { Grid } from './grid.ts'
import type { Witness } from './moves.ts'

/**
 * What is known of each cell. `free`: no table shows it. `fixed`: published before, it cannot be hidden any more; `known`: so as well,
 * though it should not have been.
 */
export const cellStates = { free: 0, shown: 1, hidden: 2, fixed: 3, known: 4 } as const

/** A cell whose value nobody may work out: readers must find it possible that it is larger by `more`, and smaller by `less`. */
export type Need = { readonly cell: number; readonly more: number; readonly less: number }

/** Other figures that fit all that is shown, and by how much at least they change a cell that needed it. */
export type Proof = { readonly cell: number; readonly change: number; readonly witness: Witness }

/** By how much other figures change each cell, summed anew from the cells that were counted at. */
export function changesOf(grid: Grid, { cells, changes }: Witness): ReadonlyMap<number, number> {
  const sums = new Map<number, number>()
  for (const [i, base] of cells.entries())
    for (const cell of countedIn(grid, base)) sums.set(cell, (sums.get(cell) ?? 0) + (changes[i] ?? 0))
  for (const [cell, by] of sums) if (Math.abs(by) < 1e-6) sums.delete(cell)
  return sums
}

/** All cells that count a base cell, itself among them. */
function countedIn({ dimensions }: Grid, base: number): number[] {
  let cells = [0]
  for (const { stride, categories, holders } of dimensions) {
    const held = holders[Math.floor(base / stride) % categories.length] ?? []
    cells = cells.flatMap((one) => Array.from(held, (category) => one + category * stride))
  }
  return cells
}
