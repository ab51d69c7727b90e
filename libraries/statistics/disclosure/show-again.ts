import { cellStates, changesOf, type Proof } from './proof.ts'
import type { Field } from './search.ts'
import { moveBy } from './witness.ts'

/**
 * Shows cells again that were hidden for the sake of others and are not needed any more, as later ones serve as well: the largest
 * first, each if all proofs that change it can be found without. Changes `states`; gives the proofs as they are then.
 * Stops after so many searches, as its gain is small in large tables.
 */
export function showAgain(
  table: Pick<Field, 'grid' | 'lanes' | 'least'> & { readonly before: Uint8Array; readonly states: Uint8Array },
  given: readonly Proof[],
): readonly Proof[] {
  const { grid, before, states } = table
  const proofs = [...given]
  const price = Float64Array.from(states, (state) => (isOpen(state) ? 0 : Infinity))
  const field = { ...table, price, moved: new Float64Array(grid.size), isQuick: grid.size > smallTable }
  const users = usersOf(field, proofs)
  let searches = 0
  for (const cell of furtherHidden(before, states).sort((a, b) => (grid.values[b] ?? 0) - (grid.values[a] ?? 0))) {
    if (searches > mostSearches) break
    price[cell] = Infinity
    const others = new Map<number, Proof>()
    const isNeedless = [...(users.get(cell) ?? [])].every((index) => {
      const proof = proofs[index]
      searches++
      const found = proof && moveBy(field, proof.cell, proof.change)
      if (found) others.set(index, { ...proof, witness: found.witness })
      return found
    })
    if (!isNeedless) price[cell] = 0
    else {
      states[cell] = cellStates.shown
      for (const [index, proof] of others) {
        proofs[index] = proof
        for (const changed of changesOf(field.grid, proof.witness).keys())
          users.set(changed, (users.get(changed) ?? new Set()).add(index))
      }
    }
  }
  return proofs
}

const mostSearches = 3000
const smallTable = 3000

const isOpen = (state: number) => state === cellStates.hidden || state === cellStates.free

function furtherHidden(before: Uint8Array, states: Uint8Array): number[] {
  return [...states.keys()].filter((cell) => states[cell] === cellStates.hidden && before[cell] === cellStates.shown)
}

/** Which proofs change a cell, by their place; some that no longer do may stay among them. */
function usersOf(field: Field, proofs: readonly Proof[]): Map<number, Set<number>> {
  const users = new Map<number, Set<number>>()
  for (const [index, proof] of proofs.entries())
    for (const cell of changesOf(field.grid, proof.witness).keys())
      users.set(cell, (users.get(cell) ?? new Set()).add(index))
  return users
}
