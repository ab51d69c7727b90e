import { type Grid, isBase } from './grid.ts'
import { laneBook, type Witness } from './moves.ts'
import { cheapestStep, type Field, type Step } from './search.ts'

/**
 * What is known of each cell. `free`: no table shows it. `fixed`: published before, it cannot be hidden any more; `known`: so as well,
 * though it should not have been.
 */
export const cellStates = { free: 0, shown: 1, hidden: 2, fixed: 3, known: 4 } as const

/** A cell whose value nobody may work out: readers must find it possible that it is larger by `more`, and smaller by `less`. */
export type Need = { readonly cell: number; readonly more: number; readonly less: number }

/** Other figures that fit all that is shown, and what they make of a cell that needed them. */
export type Proof = { readonly cell: number; readonly change: number; readonly witness: Witness }

/**
 * Which cells are hidden at last, a proof for each need, and the cells for which there is none: `knownBefore` when hiding all that
 * can be hidden would not help, `exposed` otherwise.
 */
export type Suppression = {
  readonly states: Uint8Array
  readonly proofs: readonly Proof[]
  readonly exposed: readonly number[]
  readonly knownBefore: readonly number[]
}

/**
 * Hides further cells until every need has its proof: other whole figures, none below what readers know, that leave each shown
 * cell as it is and change the needy one as far as asked. Twice: the second time what was hidden the first time is cheaper, so
 * that what turned out to be needless is shown again. `least`: see `Field`.
 */
export function suppress(grid: Grid, states: Uint8Array, least: Uint8Array, needs: readonly Need[]): Suppression {
  const first = pass(grid, states, least, needs, null)
  const second = pass(grid, states, least, needs, first.states)
  const better =
    second.exposed.length <= first.exposed.length && lost(grid, second) <= lost(grid, first) ? second : first
  const unhelped = needs.filter(({ cell }) => better.exposed.includes(cell))
  const free = states.map((state) => (isPublished(state) ? state : cellStates.free))
  const knownBefore = unhelped.length > 0 ? pass(grid, free, least, unhelped, null).exposed : []
  return { ...better, exposed: better.exposed.filter((cell) => !knownBefore.includes(cell)), knownBefore }
}

const isPublished = (state: number | undefined) => state === cellStates.fixed || state === cellStates.known

const discount = 0.2

function pass(
  grid: Grid,
  before: Uint8Array,
  least: Uint8Array,
  needs: readonly Need[],
  earlier: Uint8Array | null,
): Omit<Suppression, 'knownBefore'> {
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
  if (isPublished(state) || (state === cellStates.shown && value === 0)) return Infinity
  return state === cellStates.shown ? Math.log2(2 + value) : 0
}

function hide(states: Uint8Array, price: Float64Array, cell: number): void {
  if (states[cell] === cellStates.shown) states[cell] = cellStates.hidden
  price[cell] = 0
}

/** Moves figures until `cell` has changed by all of `change`; null when no way is found. Leaves `field.moved` as it was. */
function moveBy(field: Field, cell: number, change: number): { witness: Witness; changed: number[] } | null {
  for (const way of [inSteps, withRepairs]) {
    const touched = new Set<number>()
    const isDone = way(field, cell, change, touched)
    const changed = [...touched].filter((one) => field.moved[one] !== 0)
    const bases = changed.filter((one) => isBase(field.grid, one))
    const witness = { cells: Int32Array.from(bases), changes: Float64Array.from(bases, (one) => field.moved[one] ?? 0) }
    for (const one of touched) field.moved[one] = 0
    if (isDone) return { witness, changed }
  }
  return null
}

/** In one step when there is one, else in several smaller ones. */
function inSteps(field: Field, cell: number, change: number, touched: Set<number>): boolean {
  let left = Math.abs(change)
  let stride = left
  while (left > 0) {
    const amount = Math.min(stride, left)
    const step = cheapestStep(field, cell, Math.sign(change), amount)
    if (step) {
      take(field.moved, step, amount, touched)
      left -= amount
    } else {
      if (amount <= 1) return false
      stride = Math.ceil(amount / 2)
    }
  }
  return true
}

const mostRepairs = 8

/** In one step that may leave too little in some cells, and further ones that fill those up again without touching `cell`. */
function withRepairs(field: Field, cell: number, change: number, touched: Set<number>): boolean {
  const { grid, moved, least, price } = field
  const amount = Math.abs(change)
  const step = cheapestStep({ ...field, isLenient: true }, cell, Math.sign(change), amount)
  if (!step) return false
  take(moved, step, amount, touched)
  const own = price[cell] ?? 0
  price[cell] = Infinity
  const short = (one: number) => (least[one] ?? 0) - (grid.values[one] ?? 0) - (moved[one] ?? 0)
  let empty = [...touched].find((one) => short(one) > 0)
  for (let repairs = 0; empty !== undefined && repairs < mostRepairs; repairs++) {
    const repair = cheapestStep(field, empty, 1, short(empty))
    if (!repair) break
    take(moved, repair, short(empty), touched)
    empty = [...touched].find((one) => short(one) > 0)
  }
  price[cell] = own
  return empty === undefined
}

function take(moved: Float64Array, step: Step, amount: number, touched: Set<number>): void {
  for (const [k, cell] of step.cells.entries()) {
    moved[cell] = (moved[cell] ?? 0) + amount * (step.signs[k] ?? 0)
    touched.add(cell)
  }
}

function lost(grid: Grid, { states }: Pick<Suppression, 'states'>): number {
  let sum = 0
  for (let cell = 0; cell < grid.size; cell++)
    if (states[cell] === cellStates.hidden) sum += Math.log2(2 + (grid.values[cell] ?? 0))
  return sum
}
