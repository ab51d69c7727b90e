import { basesOf, type Grid, gridOf, isBase, positionOf } from '../disclosure/grid.ts'
import type { Dimension } from '../disclosure/table.ts'
import { type Equation, programOf } from './simplex.ts'

/** One cell as readers see it. */
export type Seen = { readonly at: readonly string[]; readonly shown: number | 'hidden' }

/**
 * What is known of several cells together: `times` each of them comes to `atLeast` or `atMost` so much. A share of a hidden number of people,
 * an estimate of half a sector and a figure that was rounded are such.
 */
export type Limit = {
  readonly of: readonly { readonly at: readonly string[]; readonly times: number }[]
  readonly atLeast?: number
  readonly atMost?: number
}

/** What somebody can work out about one cell: nothing below `least`, nothing above `most`. */
export type Bounds = { readonly least: number; readonly most: number }

/** What an attacker answers when asked about a cell, by its categories. */
export type Attacker = (at: readonly string[]) => Bounds

/**
 * Works out what can be known of any cell by whoever puts side by side all that was ever shown over the same dimensions: linear
 * bounds, with the knowledge that counts are not negative and a hidden one is not zero, and whatever `limits` there are besides. Null
 * when what is shown contradicts itself.
 */
export function attack(
  dimensions: readonly Dimension[],
  seen: Iterable<Seen>,
  limits: readonly Limit[] = [],
): Attacker | null {
  const grid = gridOf({ dimensions, cells: [] })
  const knowledge = knowledgeOf(grid, seen)
  const { equations, count } = equationsFor(grid, knowledge)
  if (!equations) return null
  const within = limits.flatMap((limit) => sidesOf(grid, knowledge, limit))
  const bounded = within.map((side, k) => withSpare(side, count + k))
  const program = programOf(count + within.length, [...equations, ...bounded])
  if (!program) return null
  return (at) => {
    const { unknowns, sure } = parted(knowledge, basesOf(grid, positionOf(grid, at)))
    return {
      least: sure + program.extreme(unknowns, 'least'),
      most: sure + program.extreme(unknowns, 'most'),
    }
  }
}

/** Shown values by cell; hidden cells; the base cells that are not shown, numbered; which of those are hidden, so at least one. */
type Knowledge = {
  readonly known: ReadonlyMap<number, number>
  readonly hidden: ReadonlySet<number>
  readonly numbers: ReadonlyMap<number, number>
}

function knowledgeOf(grid: Grid, seen: Iterable<Seen>): Knowledge {
  const known = new Map<number, number>()
  const hidden = new Set<number>()
  for (const { at, shown } of seen) {
    if (shown === 'hidden') hidden.add(positionOf(grid, at))
    else known.set(positionOf(grid, at), shown)
  }
  const open = allBases(grid).filter((base) => !known.has(base))
  return { known, hidden, numbers: new Map(open.map((base, number) => [base, number])) }
}

function allBases({ dimensions }: Grid): number[] {
  return dimensions.reduce<number[]>(
    (bases, { leafCount, stride }) =>
      bases.flatMap((base) => Array.from({ length: leafCount }, (_, leaf) => base + leaf * stride)),
    [0],
  )
}

/** The unknown base cells among these, and what the others and the knowledge of hidden ones come to for sure. */
function parted({ known, hidden, numbers }: Knowledge, bases: readonly number[]) {
  const unknowns: number[] = []
  let sure = 0
  for (const base of bases) {
    const number = numbers.get(base)
    if (number !== undefined) unknowns.push(number)
    sure += known.get(base) ?? (hidden.has(base) ? 1 : 0)
  }
  return { unknowns, sure }
}

/** Each shown sum is an equation; each hidden sum of cells that may all be zero is one with an unknown of its own to spare. */
function equationsFor(grid: Grid, knowledge: Knowledge): { equations: readonly Equation[] | null; count: number } {
  const equations = new Map<string, Equation>()
  let count = knowledge.numbers.size
  for (const cell of [...knowledge.known.keys(), ...knowledge.hidden]) {
    if (isBase(grid, cell)) continue
    const { unknowns, sure } = parted(knowledge, basesOf(grid, cell))
    const shown = knowledge.known.get(cell)
    const weights = unknowns.map(() => 1)
    if (shown === undefined && sure < 1) {
      const spare = count++
      equations.set(`${cell}`, { unknowns: [...unknowns, spare], weights: [...weights, -1], total: 1 - sure })
    } else if (shown !== undefined) {
      if (unknowns.length === 0 && shown !== sure) return { equations: null, count }
      if (unknowns.length > 0) equations.set(unknowns.join(' '), { unknowns, weights, total: shown - sure })
    }
  }
  return { equations: [...equations.values()], count }
}

/** A weighted sum of unknowns that is at most (`spare` 1) or at least (-1) the total. */
type Side = Equation & { readonly spare: 1 | -1 }

/** What a limit says of the unknowns, each of its sides by itself. */
function sidesOf(grid: Grid, knowledge: Knowledge, { of, atLeast, atMost }: Limit): readonly Side[] {
  const weights = new Map<number, number>()
  let known = 0
  for (const { at, times } of of) {
    const { unknowns, sure } = parted(knowledge, basesOf(grid, positionOf(grid, at)))
    known += times * sure
    for (const one of unknowns) weights.set(one, (weights.get(one) ?? 0) + times)
  }
  const sum = { unknowns: [...weights.keys()], weights: [...weights.values()] }
  return [
    ...(atLeast === undefined ? [] : [{ ...sum, total: atLeast - known, spare: -1 as const }]),
    ...(atMost === undefined ? [] : [{ ...sum, total: atMost - known, spare: 1 as const }]),
  ]
}

const withSpare = ({ unknowns, weights, total, spare }: Side, number: number): Equation => ({
  unknowns: [...unknowns, number],
  weights: [...weights, spare],
  total,
})
