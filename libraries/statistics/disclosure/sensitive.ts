import { basesOf, type Grid, isBase, summed } from './grid.ts'
import type { AmountRule, CountRule, Rule } from './rule.ts'
import type { BaseCell, Table } from './table.ts'

/** Which cells point at few people, and how far from the truth readers must be left about one. */
export type Sensitivity = {
  readonly isSensitive: (cell: number) => boolean
  /** `isShownAt`: whether readers see this cell, if hidden; otherwise they do not know that anything is there. */
  readonly needOf: (cell: number, isShownAt: boolean) => Reach
  /** The same for a cell that was shown as `before` and has changed since; null when the change tells of nobody. */
  readonly needOfChange: (cell: number, before: number) => Reach | null
}

/** How much larger and smaller a cell must be able to be. */
type Reach = { readonly more: number; readonly less: number }

/** Reads a rule over a table laid out as `grid`. */
export function sensitivityOf(grid: Grid, table: Table, rule: Rule): Sensitivity {
  return rule.kind === 'counts' ? countsIn(grid, rule) : amountsIn(grid, table, rule)
}

/** A small count must be able to be anything from one to the least that is shown; a small sum of hidden counts anything up to it. */
function countsIn(grid: Grid, { hideBelow }: CountRule): Sensitivity {
  const valueAt = (cell: number) => grid.values[cell] ?? 0
  return {
    isSensitive: (cell) => valueAt(cell) > 0 && valueAt(cell) < hideBelow,
    needOf: (cell, isShownAt) => ({
      more: hideBelow - valueAt(cell),
      less: isShownAt && isBase(grid, cell) ? valueAt(cell) - 1 : 0,
    }),
    needOfChange: (cell, before) =>
      Math.abs(valueAt(cell) - before) < hideBelow ? { more: before + hideBelow - valueAt(cell), less: 0 } : null,
  }
}

function amountsIn(grid: Grid, table: Table, rule: AmountRule): Sensitivity {
  const people = summed(
    grid,
    table.cells,
    (cell) => cell.people ?? 0,
    (one, other) => one + other,
  )
  const parts = partsOf(grid, table.cells)
  const valueAt = (cell: number) => grid.values[cell] ?? 0
  const largestAt = (cell: number) => twoLargest(basesOf(grid, cell).flatMap((base) => parts.get(base) ?? []))
  /** How much is missing before the second largest giver is left far enough from the largest part. */
  const missing = (cell: number) => {
    const [first, second] = largestAt(cell)
    return rule.withinShare * first - (valueAt(cell) - first - second)
  }
  const isDominated = (cell: number) => {
    const [first, second] = largestAt(cell)
    return first > 0 && (missing(cell) > 0 || first + second > rule.dominantShare * valueAt(cell))
  }
  const needOf = (cell: number) => {
    const far = Math.ceil(Math.max(rule.withinShare * valueAt(cell), missing(cell)))
    return { more: far, less: Math.min(far, valueAt(cell) - 1) }
  }
  return {
    isSensitive: (cell) => valueAt(cell) > 0 && ((people[cell] ?? 0) < rule.hideBelow || isDominated(cell)),
    needOf,
    // NOTE how many people a change comes from is not known here; divide the table by period, and it is a part of its own.
    needOfChange: (cell) => (valueAt(cell) > 0 ? needOf(cell) : null),
  }
}

/** The largest contributions at each base cell. */
function partsOf(grid: Grid, cells: readonly BaseCell[]): ReadonlyMap<number, readonly number[]> {
  const parts = new Map<number, readonly number[]>()
  const positions = grid.dimensions.map(
    (one) => new Map(one.categories.map((id, category) => [id, category * one.stride])),
  )
  for (const { at, largest } of cells) {
    const base = at.reduce((sum, id, d) => sum + (positions[d]?.get(id) ?? 0), 0)
    if (largest) parts.set(base, [...(parts.get(base) ?? []), ...largest])
  }
  return parts
}

function twoLargest(parts: readonly number[]): readonly [number, number] {
  let first = 0
  let second = 0
  for (const part of parts) {
    if (part > first) [first, second] = [part, first]
    else if (part > second) second = part
  }
  return [first, second]
}
