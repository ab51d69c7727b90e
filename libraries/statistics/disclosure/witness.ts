import { isBase } from './grid.ts'
import type { Witness } from './moves.ts'
import { cheapestStep, type Field, type Step } from './search.ts'

/** Other figures, and by how much they change each cell. */
export type Found = { readonly witness: Witness; readonly changes: ReadonlyMap<number, number> }

/** Moves figures until `cell` has changed by all of `change`; null when no way is found. Leaves `field.moved` as it was. */
export function moveBy(field: Field, cell: number, change: number): Found | null {
  for (const way of field.isQuick ? [inSteps] : [inSteps, withRepairs]) {
    const touched = new Set<number>()
    const isDone = way(field, cell, change, touched)
    const changes = new Map<number, number>()
    for (const one of touched) {
      const by = field.moved[one] ?? 0
      if (by !== 0) changes.set(one, by)
      field.moved[one] = 0
    }
    if (!isDone) continue
    const bases = [...changes.keys()].filter((one) => isBase(field.grid, one))
    const moved = Float64Array.from(bases, (one) => changes.get(one) ?? 0)
    return { witness: { cells: Int32Array.from(bases), changes: moved }, changes }
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
      if (amount <= 1 || field.isQuick) return false
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
