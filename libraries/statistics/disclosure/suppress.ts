import type { Grid } from './grid.ts'
import { laneBook } from './lanes.ts'
import { cellStates, type Need, type Proof } from './proof.ts'
import type { Field } from './search.ts'
import { showAgain } from './show-again.ts'
import { type Found, moveBy } from './witness.ts'

/** Which cells are hidden at last, a proof for each need, and the cells for which none was found. */
export type Suppression = {
  readonly states: Uint8Array
  readonly proofs: readonly Proof[]
  readonly exposed: readonly number[]
}

/**
 * Hides further cells until every need has its proof: other whole figures, none below what readers know, that leave each shown
 * cell as it is and change the needy one as far as asked. Then shows again what turned out to be needless. `least`: see `Field`.
 */
export function suppress(grid: Grid, states: Uint8Array, least: Uint8Array, needs: readonly Need[]): Suppression {
  const lanes = laneBook(grid)
  const hidden = hideMore({ grid, lanes, states, least }, needs)
  const proofs = showAgain({ grid, lanes, least, before: states, states: hidden.states }, hidden.proofs)
  return { ...hidden, proofs }
}

type Begun = Pick<Field, 'grid' | 'lanes' | 'least'> & { readonly states: Uint8Array }

const isPublished = (state: number | undefined) => state === cellStates.fixed || state === cellStates.known

function hideMore(begun: Begun, needs: readonly Need[]): Suppression {
  const { grid } = begun
  const states = begun.states.slice()
  const price = pricesOf(grid, states)
  const field = { ...begun, price, moved: new Float64Array(grid.size) }
  const proofs: Proof[] = []
  const exposed: number[] = []
  const open: Open = new Map(needs.map(({ cell, more, less }) => [cell, { more, less }]))
  for (const { cell } of needs) {
    for (const sense of [1, -1] as const) {
      const left = open.get(cell)
      const amount = sense === 1 ? left?.more : left?.less
      if (!amount) continue
      const found = moveBy(field, cell, sense * amount)
      if (!found) {
        exposed.push(cell)
        open.delete(cell)
        continue
      }
      for (const one of found.changes.keys()) {
        if (states[one] === cellStates.shown) states[one] = cellStates.hidden
        price[one] = 0
      }
      proofs.push(...provenBy(found, open))
    }
  }
  return { states, proofs, exposed }
}

type Open = Map<number, { more: number; less: number }>

/** All the needs that other figures found for one of them serve; they are taken from `open`. */
function provenBy({ witness, changes }: Found, open: Open): Proof[] {
  const proofs: Proof[] = []
  for (const [cell, change] of changes) {
    const need = open.get(cell)
    if (!need) continue
    if (need.more > 0 && change >= need.more) {
      proofs.push({ cell, change: need.more, witness })
      need.more = 0
    } else if (need.less > 0 && -change >= need.less) {
      proofs.push({ cell, change: -need.less, witness })
      need.less = 0
    }
  }
  return proofs
}

/**
 * What it costs to hide each cell: small ones least, and the more leaves a cell is a sum of the more, so that a total is hidden rather after
 * some of its parts, also when these bear two names. A zero is shown whatever happens.
 */
function pricesOf(grid: Grid, states: Uint8Array): Float64Array {
  const widths = grid.dimensions.map(({ leavesOf }) => leavesOf.map((leaves) => Math.log2(Math.max(1, leaves.length))))
  return Float64Array.from(states, (state, cell) => {
    const value = grid.values[cell] ?? 0
    if (isPublished(state) || (state === cellStates.shown && value === 0)) return Infinity
    if (state !== cellStates.shown) return 0
    const width = grid.dimensions.reduce(
      (sum, { stride, categories }, d) => sum + (widths[d]?.[Math.floor(cell / stride) % categories.length] ?? 0),
      0,
    )
    return Math.log2(2 + value) * (1 + width)
  })
}
