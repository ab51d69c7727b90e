import { type Grid, isBase } from './grid.ts'
import { laneBook, type Witness } from './moves.ts'
import { cheapestStep, type Field, type Step } from './search.ts'

/** What is known of each cell. `free`: no table shows it. `fixed`: published before, it cannot be hidden any more. */
export const cellStates = { free: 0, shown: 1, hidden: 2, fixed: 3 } as const

/** A cell whose value nobody may work out: readers must find it possible that it is larger by `more`, and smaller by `less`. */
export type Need = { readonly cell: number; readonly more: number; readonly less: number }

/** Other figures that fit all that is shown, and what they make of a cell that needed them. */
export type Proof = { readonly cell: number; readonly change: number; readonly witness: Witness }

/** Which cells are hidden at last, a proof for each need, and the cells for which there is none. */
export type Suppression = {
  readonly states: Uint8Array
  readonly proofs: readonly Proof[]
  readonly exposed: readonly number[]
}

/**
 * Hides further cells until every need has its proof: other whole figures, none below what readers know, that leave each shown
 * cell as it is and change the needy one as far as asked. Twice: the second time what was hidden the first time is cheaper, so
 * that what turned out to be needless is shown again. `least`: see `Field`.
 */
export function suppress(grid: Grid, states: Uint8Array, least: Uint8Array, needs: readonly Need[]): Suppression {
  const first = pass(grid, states, least, needs, null)
  const second = pass(grid, states, least, needs, first.states)
  return second.exposed.length <= first.exposed.length && lost(grid, second) <= lost(grid, first) ? second : first
}

const discount = 0.2

function pass(
  grid: Grid,
  before: Uint8Array,
  least: Uint8Array,
  needs: readonly Need[],
  earlier: Uint8Array | null,
): Suppression {
  const states = before.slice()
  const price = Float64Array.from(states, (state, cell) => {
    const full = priceOf(state, grid.values[cell] ?? 0)
    return earlier?.[cell] === cellStates.hidden ? full * discount : full
  })
  const field = { grid, lanes: laneBook(grid), price, least, moved: new Float64Array(grid.size) }
  const proofs: Proof[] = []
  const exposed: number[] = []
  for (const { cell, more, less } of needs) {
    for (const change of [more, -less]) {
      if (change === 0) continue
      const witness = moveBy(field, cell, change)
      if (witness) {
        proofs.push({ cell, change, witness: witness.witness })
        for (const one of witness.changed) hide(states, price, one)
      } else if (exposed.at(-1) !== cell) exposed.push(cell)
    }
  }
  return { states, proofs, exposed }
}

/** Small cells first, and rather some of them than a total; a zero is shown whatever happens. */
function priceOf(state: number, value: number): number {
  if (state === cellStates.fixed || (state === cellStates.shown && value === 0)) return Infinity
  return state === cellStates.shown ? Math.log2(2 + value) : 0
}

function hide(states: Uint8Array, price: Float64Array, cell: number): void {
  if (states[cell] === cellStates.shown) states[cell] = cellStates.hidden
  price[cell] = 0
}

/** Moves figures step by step until `cell` has changed by all of `change`; in one step when there is one. */
function moveBy(field: Field, cell: number, change: number): { witness: Witness; changed: number[] } | null {
  const touched = new Set<number>()
  let left = Math.abs(change)
  let stride = left
  let isPossible = true
  while (left > 1e-9 && isPossible) {
    const amount = Math.min(stride, left)
    const step = cheapestStep(field, cell, Math.sign(change), amount)
    if (step) {
      take(field.moved, step, amount, touched)
      left -= amount
    } else {
      isPossible = amount > 1
      stride = Math.ceil(amount / 2)
    }
  }
  const changed = [...touched].filter((one) => field.moved[one] !== 0)
  const bases = changed.filter((one) => isBase(field.grid, one))
  const witness = { cells: Int32Array.from(bases), changes: Float64Array.from(bases, (one) => field.moved[one] ?? 0) }
  for (const one of touched) field.moved[one] = 0
  return isPossible ? { witness, changed } : null
}

function take(moved: Float64Array, step: Step, amount: number, touched: Set<number>): void {
  for (const [k, cell] of step.cells.entries()) {
    moved[cell] = (moved[cell] ?? 0) + amount * (step.signs[k] ?? 0)
    touched.add(cell)
  }
}

function lost(grid: Grid, { states }: Suppression): number {
  let sum = 0
  for (let cell = 0; cell < grid.size; cell++)
    if (states[cell] === cellStates.hidden) sum += Math.log2(2 + (grid.values[cell] ?? 0))
  return sum
}
