import { isBase, namesAt } from './grid.ts'
import { cellStates, changesOf, type Proof } from './proof.ts'
import type { ProtectedTable } from './protect.ts'

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
  const flaws = [...witness.cells].filter((base) => !isBase(grid, base)).map(() => 'moves what was not counted at')
  const changes = changesOf(grid, witness)
  for (const [one, by] of changes) {
    const isOpen = states[one] === cellStates.hidden || states[one] === cellStates.free
    if (!isOpen) flaws.push(`changes ${namesAt(grid, one).join(' · ')}, which is shown`)
    if ((grid.values[one] ?? 0) + by < (least[one] ?? 0) - 1e-6)
      flaws.push(`leaves too little in ${namesAt(grid, one).join(' · ')}`)
  }
  if ((changes.get(cell) ?? 0) * Math.sign(change) < Math.abs(change) - 1e-6)
    flaws.push('does not move it as far as was asked')
  return flaws
}
