import { type Grid, isBase, namesAt } from './grid.ts'
import type { ProtectedTable } from './protect.ts'
import { cellStates, type Proof } from './suppress.ts'

/**
 * Holds a protected table to its proofs, knowing nothing of how they were found: the changes of each are summed anew over all cells
 * that count them. No shown cell may change, no hidden count may fall below one person, and the cell in question must move as far as
 * was asked. Says in words what is wrong; nothing when all holds. Takes a time that grows with the number of proofs only.
 */
export function flawsOf(answer: ProtectedTable): string[] {
  const { grid, needs, proofs } = answer
  const proven = new Set(proofs.map(({ cell, change }) => `${cell} ${change}`))
  const name = (cell: number) => namesAt(grid, cell).join(' · ')
  const open = needs.filter(
    ({ cell, more, less }) => !(proven.has(`${cell} ${more}`) && (less === 0 || proven.has(`${cell} ${-less}`))),
  )
  return [
    ...open.map(({ cell }) => `${name(cell)} has no proof`),
    ...proofs.flatMap((proof) => flawsIn(answer, proof).map((flaw) => `${name(proof.cell)}: ${flaw}`)),
  ]
}

function flawsIn({ grid, states, least }: ProtectedTable, { cell, change, witness }: Proof): string[] {
  const flaws: string[] = []
  const changes = new Map<number, number>()
  for (const [i, base] of witness.cells.entries()) {
    if (!isBase(grid, base)) flaws.push('moves what was not counted at')
    for (const one of countedIn(grid, base)) changes.set(one, (changes.get(one) ?? 0) + (witness.changes[i] ?? 0))
  }
  for (const [one, by] of changes) {
    const isChanged = Math.abs(by) > 1e-6
    const isOpen = states[one] === cellStates.hidden || states[one] === cellStates.free
    if (isChanged && !isOpen) flaws.push(`changes ${namesAt(grid, one).join(' · ')}, which is shown`)
    if (isChanged && (grid.values[one] ?? 0) + by < (least[one] ?? 0) - 1e-6)
      flaws.push(`leaves too little in ${namesAt(grid, one).join(' · ')}`)
  }
  if (Math.abs((changes.get(cell) ?? 0) - change) > 1e-6) flaws.push('does not move it as far as was asked')
  return flaws
}

/** All cells that count a base cell, itself among them. */
function countedIn({ dimensions }: Grid, base: number): number[] {
  let cells = [0]
  for (const { stride, categories, holders } of dimensions) {
    const held = holders[Math.floor(base / stride) % categories.length] ?? []
    cells = cells.flatMap((one) => Array.from(held, (category) => one + category * stride))
  }
  return cells
}
