import { namesAt, positionOf } from './grid.ts'
import { type Ledger, laidOutWith, publicationOf, strayIn } from './ledger.ts'
import { cellStates } from './proof.ts'
import { begun, type ProtectedTable, shownCells } from './protect.ts'
import { sensitivityOf } from './sensitive.ts'
import { suppress } from './suppress.ts'

/**
 * Whether a table can go out beside all that went out before. `cannotTell`: an earlier one was divided by `what`, and the counts of this
 * one are not known by it, so they cannot be put side by side.
 */
export type Verdict =
  | { readonly kind: 'may' }
  | { readonly kind: 'mayNot'; readonly givesAway: readonly (readonly string[])[] }
  | { readonly kind: 'cannotTell'; readonly publication: string; readonly what: string }

/** Judges a table as it stands, without hiding more. To have it protected in view of the ledger, use `protectTable(…, ledger)`. */
export function mayPublish(ledger: Ledger, answer: ProtectedTable): Verdict {
  const { table, rule } = answer
  if (answer.ledger === ledger) return verdictOn(answer.exposed)
  for (const publication of ledger) {
    const what = strayIn(table, publication)
    if (what !== null) return { kind: 'cannotTell', publication: publication.id, what }
  }
  const laidOut = laidOutWith(table, ledger)
  const { grid, states, least, needs } = begun(laidOut, sensitivityOf(laidOut.grid, table, rule))
  const asItStands = states.slice()
  for (const { at, shown } of shownCells(answer)) {
    const cell = positionOf(grid, at)
    const isOut = states[cell] === cellStates.fixed || states[cell] === cellStates.known
    if (!isOut) asItStands[cell] = shown === 'hidden' ? cellStates.hidden : cellStates.fixed
  }
  const { exposed } = suppress(grid, asItStands, least, needs)
  return verdictOn(exposed.map((cell) => namesAt(grid, cell)))
}

const verdictOn = (givesAway: readonly (readonly string[])[]): Verdict =>
  givesAway.length === 0 ? { kind: 'may' } : { kind: 'mayNot', givesAway }

/** The ledger after a table went out under `id`. Refuses one that `mayPublish` would refuse. */
export function afterPublishing(ledger: Ledger, id: string, answer: ProtectedTable): Ledger {
  const verdict = mayPublish(ledger, answer)
  if (verdict.kind !== 'may') throw new RangeError(`${id} may not be published beside what was published before.`)
  return [...ledger, publicationOf(id, answer.table.dimensions, [...shownCells(answer)])]
}
