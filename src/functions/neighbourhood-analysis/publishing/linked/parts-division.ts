import type { Division } from './division.ts'

const whole = 'all'
const rest = 'rest'

/** A count and parts of it that exclude each other: households of one person and of one parent, with all others as the rest. */
export function partsDivision(total: string, parts: readonly string[]): Division {
  return {
    whole: total,
    dimensions: [
      { id: 'part', categories: [...[...parts, rest].map((id) => ({ id, within: [whole] })), { id: whole }] },
    ],
    columns: new Map([[total, [whole]], ...parts.map((part) => [part, [part]] as const)]),
    derived: [[rest]],
    cellsOf: (known) => {
      const all = known.get(total)
      if (all === undefined) return undefined
      const cells = parts.map((part) => ({ at: [part], value: known.get(part) ?? 0 }))
      const left = all - cells.reduce((sum, { value }) => sum + value, 0)
      if (left < 0) return undefined
      return { cells: [...cells, { at: [rest], value: left }], isWhole: parts.every((part) => known.has(part)) }
    },
  }
}
