import type { BaseCell, Dimension } from '@meernet/statistics'

/**
 * How counts that add up to each other are divided: men and women of all ages, families among households. The figures of one area are
 * sums of its cells; the cells themselves are seldom known, and any that give all these figures will do, for readers see the sums only.
 */
export type Division = {
  /** The indicator that all others are parts of. */
  readonly whole: string
  /** What people are divided by, beside where they live. */
  readonly dimensions: readonly Dimension[]
  /** Where the figure of each indicator stands: one category of each dimension, a sum or not. */
  readonly columns: ReadonlyMap<string, readonly string[]>
  /** Further sums that whoever knows the others can work out. */
  readonly derived: readonly (readonly string[])[]
  /** Cells that give the figures of an area, by indicator; nothing when the figures contradict each other. */
  readonly cellsOf: (known: Known) => DividedArea | undefined
}

/** Figures of one area, by indicator. */
export type Known = ReadonlyMap<string, number>

/** `isWhole`: all figures of the division are known or follow from those that are; else some cells are a guess. */
export type DividedArea = { readonly cells: readonly BaseCell[]; readonly isWhole: boolean }

/** Which of the finest categories lie in a category of each dimension, so that cells can be added up for many areas. */
export function sumsAt({ dimensions }: Division, at: readonly string[]): (cells: readonly BaseCell[]) => number {
  const inside = dimensions.map(
    ({ categories }, d) =>
      new Set(categories.flatMap(({ id, within }) => (id === at[d] || within?.includes(at[d] ?? '') ? [id] : []))),
  )
  return (cells) =>
    cells.reduce((sum, cell) => (inside.every((own, d) => own.has(cell.at[d] ?? '')) ? sum + cell.value : sum), 0)
}

/** A count that nothing is divided by: its areas only. */
export const undivided = (indicator: string): Division => ({
  whole: indicator,
  dimensions: [],
  columns: new Map([[indicator, []]]),
  derived: [],
  cellsOf: (known) => ({ cells: [{ at: [], value: known.get(indicator) ?? 0 }], isWhole: known.has(indicator) }),
})
