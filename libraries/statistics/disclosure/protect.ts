import { type Grid, gridOf, isBase, namesAt, positionOf } from './grid.ts'
import type { CountRule } from './rule.ts'
import { cellStates, type Need, type Proof, suppress } from './suppress.ts'
import type { Table } from './table.ts'

/** A value as readers see it. `notShown`: no table has this cell. Never 0 for something hidden. */
export type Shown = number | 'hidden' | 'notShown'

/** A table of which nothing hidden can be worked out, with the proof of it. */
export type ProtectedTable = {
  readonly grid: Grid
  readonly rule: CountRule
  readonly states: Uint8Array
  /** What readers know to be in a cell at least: one person in a hidden one, for zero is always shown. */
  readonly least: Uint8Array
  readonly needs: readonly Need[]
  readonly proofs: readonly Proof[]
  /** Cells that could not be protected, because of what was published before. Nothing may go out while there are any. */
  readonly exposed: readonly (readonly string[])[]
}

/**
 * Hides what points at few people, and as much more as it takes that nobody can work it out. Whoever knows all that is shown, and
 * that a hidden cell is never zero, finds for each small count everything from 1 to `rule.hideBelow` possible; for a small sum of
 * hidden counts everything up to it.
 */
export function protectTable(table: Table, rule: CountRule): ProtectedTable {
  const grid = gridOf(table)
  const states = Uint8Array.from(grid.isWanted, (one) => (one ? cellStates.shown : cellStates.free))
  for (let cell = 0; cell < grid.size; cell++)
    if (states[cell] === cellStates.shown && isSmall(grid, cell, rule)) states[cell] = cellStates.hidden
  const needs = needsIn(grid, states, rule)
  const least = grid.isWanted
  const suppression = suppress(grid, states, least, needs)
  const exposed = suppression.exposed.map((cell) => namesAt(grid, cell))
  return { grid, rule, states: suppression.states, least, needs, proofs: suppression.proofs, exposed }
}

/** What readers see of the cell at these categories, one of each dimension. Throws a `RangeError` when there is no such cell. */
export function shownAt({ grid, states }: ProtectedTable, at: readonly string[]): Shown {
  return shownIn(grid, states, positionOf(grid, at))
}

/** Every cell that readers see, with its categories, in the order of the dimensions. */
export function* shownCells({
  grid,
  states,
}: ProtectedTable): Generator<{ at: string[]; shown: Exclude<Shown, 'notShown'> }> {
  for (let cell = 0; cell < grid.size; cell++) {
    const shown = shownIn(grid, states, cell)
    if (shown !== 'notShown') yield { at: namesAt(grid, cell), shown }
  }
}

function shownIn(grid: Grid, states: Uint8Array, cell: number): Shown {
  if (states[cell] === cellStates.free) return 'notShown'
  return states[cell] === cellStates.hidden ? 'hidden' : (grid.values[cell] ?? 0)
}

function isSmall(grid: Grid, cell: number, rule: CountRule): boolean {
  const value = grid.values[cell] ?? 0
  return value > 0 && value < rule.hideBelow
}

/** Sums before what they are made of, as they ask for most. */
function needsIn(grid: Grid, states: Uint8Array, rule: CountRule): Need[] {
  const needs: Need[] = []
  for (let cell = grid.size - 1; cell >= 0; cell--) {
    const isFree = states[cell] === cellStates.free
    const isAtBase = isBase(grid, cell)
    if (!isSmall(grid, cell, rule) || (isFree && !isAtBase)) continue
    const value = grid.values[cell] ?? 0
    needs.push({ cell, more: rule.hideBelow - value, less: isAtBase && !isFree ? value - 1 : 0 })
  }
  return needs
}
