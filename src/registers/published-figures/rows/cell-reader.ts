import type { PublishedTable } from '../../../platform/published-files/published-file.ts'
import { found } from '../../../platform/published-files/refusal.ts'
import type { Mapping, MeasureKind, MissingKind } from '../mapping/mapping.ts'
import type { Indicator } from '../mapping/plan.ts'
import { refuse } from '../refusal.ts'
import { hundredfold, isPercentage as isWrittenAsOne, readNumber } from './number-text.ts'

export type CellRead = { readonly value: number; readonly decimals: number } | { readonly missing: MissingKind }

/**
 * Reads a cell of a column of figures: a number, or a sign of which the mapping says why there is none; an empty cell is
 * `empty`. Refuses every other text, for what a sign means is known or asked, never guessed, and a count below zero.
 */
export function cellReader({ missing, decimal }: Mapping, { file, sheet, kind: tableKind }: PublishedTable) {
  const known = new Map<string, MissingKind>([['', 'empty'], ...Object.entries(missing)])
  const named = [...known.keys()].filter((sign) => sign !== '').map((sign) => `"${sign}"`)
  const expected = ['a number', ...named].join(' or ')
  return (cell: string, line: number, { column, kind, unit, isBalance }: Indicator, isPercentage = false): CellRead => {
    const sign = known.get(cell)
    if (sign) return { missing: sign }
    const spot = { file, sheet, line, column }
    if (signOfSwing.test(cell)) refuse('value', spot, saysNone(cell))
    const text = unit === '%' ? inPercent(cell, isPercentage) : cell
    const number = readNumber(text, decimal, isPointDecimal(kind, tableKind))
    if (number.kind === 'ambiguous') refuse('two-readings', spot, twoWays(cell))
    if (number.kind === 'not-a-number')
      refuse(
        cell.startsWith('=') ? 'formula' : 'value',
        spot,
        `expected ${expected}, found ${found(cell)}. ${sayWhy(cell)}`,
      )
    if (kind === 'count' && !isBalance && number.value < 0) refuse('below-zero', spot, belowZero(cell))
    return { value: number.value, decimals: number.decimals }
  }
}

/** A number that a workbook shows as a percentage is a hundredth of what one sees. */
const inPercent = (cell: string, isPercentage: boolean) => (isPercentage ? hundredfold(cell) : cell.replace(/ ?%$/, ''))

/** Provincies in Cijfers writes -99999 to -99996 for unknown, not applicable, hidden and empty; nothing is counted so. */
const signOfSwing = /^-9999[6-9]([.,]0+)?$/

const saysNone = (cell: string) =>
  `${found(cell)} is how figures that are missing are written, no figure. ${sayWhy(cell)}`

/**
 * Whether a point before three digits can only be a decimal one. Nobody counts in thousandths; a share or a rate of thousands
 * there is not; else a workbook holds numbers and a text may hold `27.420` for twenty-seven thousand.
 */
function isPointDecimal(kind: MeasureKind, table: PublishedTable['kind']): boolean {
  if (kind === 'count') return false
  return table === 'workbook' || kind === 'share' || kind === 'rate' || kind === 'index'
}

const twoWays = (cell: string) =>
  `${found(cell)} can be read in two ways; say which sign is the decimal one (--decimal on the command line).`

function sayWhy(cell: string): string {
  if (cell.startsWith('='))
    return 'What the formula came to is not in the file: open it in a spreadsheet, save it, and import it again.'
  if (isDay.test(cell))
    return 'A spreadsheet took the number for a day: show that column as numbers, save it, and import it again.'
  if (isWrittenAsOne(cell))
    return 'A percentage is no count; of another figure the mapping says that its "unit" is "%".'
  return `If it says why there is no figure, say so: ${cell.slice(0, 20)}=hidden (or unknown, notApplicable, empty), with --missing on the command line.`
}

/** As days come out of a workbook. */
const isDay = /^[0-9]{4}-[0-9]{2}-[0-9]{2}(T|$)/

const belowZero = (cell: string) =>
  `expected a count, found ${found(cell)}. A balance is no count: say that its kind is unstated, or "isBalance" in the mapping.`
