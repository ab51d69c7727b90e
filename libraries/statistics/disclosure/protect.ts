import { type Grid, isBase, namesAt, positionOf } from './grid.ts'
import { type LaidOut, type Ledger, laidOutWith } from './ledger.ts'
import { cellStates, type Need, type Proof } from './proof.ts'
import type { Rule } from './rule.ts'
import { type Sensitivity, sensitivityOf } from './sensitive.ts'
import { suppress } from './suppress.ts'
import type { Table } from './table.ts'

/** A value as readers see it. `notShown`: no table has this cell. Never 0 for something hidden. */
export type Shown = number | 'hidden' | 'notShown'

/** A table of which nothing hidden can be worked out, with the proof of it. */
export type ProtectedTable = {
  readonly table: Table
  readonly rule: Rule
  /** What was published before, as far as it was known when the table was protected. */
  readonly ledger: Ledger
  readonly grid: Grid
  readonly states: Uint8Array
  /** What readers know to be in a cell at least: one person, or one cent, in a hidden one, for zero is always shown. */
  readonly least: Uint8Array
  readonly needs: readonly Need[]
  readonly proofs: readonly Proof[]
  /** Cells that might be worked out from this table together with what was published before. Nothing may go out while there are any. */
  readonly exposed: readonly (readonly string[])[]
}

/**
 * Hides what points at few people, and as much more as it takes that nobody can work it out from this table and all of `ledger`.
 * Whoever knows all that is shown, and that a hidden count is never zero, finds for each small count everything from 1 to
 * `rule.hideBelow` possible; for a small sum of counts, and one that no table shows, everything up to it.
 */
export function protectTable(table: Table, rule: Rule, ledger: Ledger = []): ProtectedTable {
  const laidOut = laidOutWith(table, ledger)
  const sensitivity = sensitivityOf(laidOut.grid, table, rule)
  return answerFor({ table, rule, ledger }, begun(laidOut, sensitivity))
}

/** What readers see of the cell at these categories, one of each dimension. Throws a `RangeError` when there is no such cell. */
export function shownAt({ grid, states }: ProtectedTable, at: readonly string[]): Shown {
  return shownIn(grid, states, positionOf(grid, at))
}

/** Every cell that readers see, with its categories in the order of the dimensions. */
export function* shownCells({ grid, states }: ProtectedTable): Generator<{ at: string[]; shown: number | 'hidden' }> {
  for (let cell = 0; cell < grid.size; cell++) {
    const shown = shownIn(grid, states, cell)
    if (shown !== 'notShown') yield { at: namesAt(grid, cell), shown }
  }
}

/** A table at which nothing further has been hidden yet. */
export type Begun = {
  readonly grid: Grid
  readonly states: Uint8Array
  readonly least: Uint8Array
  readonly needs: readonly Need[]
}

function answerFor(
  asked: Pick<ProtectedTable, 'table' | 'rule' | 'ledger'>,
  { grid, states, least, needs }: Begun,
): ProtectedTable {
  const { exposed, ...suppression } = suppress(grid, states, least, needs)
  return { ...asked, grid, least, needs, ...suppression, exposed: exposed.map((cell) => namesAt(grid, cell)) }
}

/** Hides what is sensitive in itself, and says what has to be so for the rest. */
export function begun({ grid, before }: LaidOut, sensitivity: Sensitivity): Begun {
  const states = Uint8Array.from(grid.isWanted, (one) => (one ? cellStates.shown : cellStates.free))
  const least = new Uint8Array(grid.size)
  const needs: Need[] = []
  // Sums before what they are made of, as they ask for most.
  for (let cell = grid.size - 1; cell >= 0; cell--) {
    const wasShown = before.get(cell)
    const isWanted = grid.isWanted[cell] === 1
    const isSensitive = sensitivity.isSensitive(cell)
    if (isWanted || wasShown === 'hidden') least[cell] = 1
    if (wasShown === grid.values[cell]) {
      states[cell] = isSensitive ? cellStates.known : cellStates.fixed
      continue
    }
    const ofItself = isSensitive && (isWanted || isBase(grid, cell)) ? sensitivity.needOf(cell, isWanted) : null
    const ofChange = isWanted && typeof wasShown === 'number' ? sensitivity.needOfChange(cell, wasShown) : null
    const need = ofItself ?? ofChange
    if (need && isWanted) states[cell] = cellStates.hidden
    if (need) needs.push({ cell, ...need })
  }
  return { grid, states, least, needs }
}

function shownIn(grid: Grid, states: Uint8Array, cell: number): Shown {
  if (grid.isWanted[cell] !== 1) return 'notShown'
  const isHidden = states[cell] === cellStates.hidden || states[cell] === cellStates.known
  return isHidden ? 'hidden' : (grid.values[cell] ?? 0)
}
