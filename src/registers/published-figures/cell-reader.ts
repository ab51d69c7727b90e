import { found, refuse, type Spot } from '../../platform/published-files/refusal.ts'
import type { Mapping, MissingKind } from './mapping.ts'
import { readNumber } from './number-text.ts'

export type CellRead = { readonly value: number; readonly decimals: number } | { readonly missing: MissingKind }

/**
 * Reads a cell of a column of figures: a number, or a sign of which the mapping says why there is none; an empty cell is
 * `empty`. Refuses every other text: what a sign means is known or asked, never guessed.
 */
export function cellReader({ missing, decimal }: Mapping, spot: Spot) {
  const signs = new Map<string, MissingKind>([['', 'empty'], ...Object.entries(missing)])
  const expected = ['a number', ...[...signs.keys()].filter((sign) => sign !== '').map((sign) => `"${sign}"`)].join(
    ' or ',
  )
  return (cell: string, line: number, column: string): CellRead => {
    const sign = signs.get(cell)
    if (sign) return { missing: sign }
    const number = readNumber(cell, decimal)
    if (number.kind === 'number') return { value: number.value, decimals: number.decimals }
    const sentence =
      number.kind === 'ambiguous'
        ? `${found(cell)} can be read in two ways; say which sign is the decimal one (decimal in the mapping).`
        : `expected ${expected}, found ${found(cell)}. If it says why there is no figure, say so: ${cell.slice(0, 20)}=hidden (or unknown, notApplicable, empty), with --missing on the command line.`
    return refuse('value', { ...spot, line, column }, sentence)
  }
}
