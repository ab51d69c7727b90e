import type { PublishedRow } from '../../../platform/published-files/row-splitter.ts'
import { isPeriod } from '../period.ts'
import { isNumber, isPercentage } from '../rows/number-text.ts'
import type { Header } from './columns.ts'
import { mostHeaderLines } from './mapping.ts'

/** Between the parts of a header that stand in several lines: `Inwoners / 2023`. */
export const betweenParts = ' / '

/**
 * Names of columns that stand in several lines, the name of a group only above its first column:
 *
 *     wijkcode | Inwoners |      | Aandeel |            becomes   wijkcode | Inwoners / 2022 | Inwoners / 2023 | Aandeel / 2022 …
 *              | 2022     | 2023 | 2022    | 2023
 *
 * A name holds until the next one of its line or of a line above it; the last line says each column itself. Where the workbook says
 * which cells of a line are merged, a name holds for those and no further.
 */
export function joinedHeader(rows: readonly PublishedRow[]): Header {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  let held: readonly string[] = []
  const cells = Array.from({ length: width }, (_, at) => {
    const own = rows.map((row) => row.cells[at] ?? '')
    const lowest = own.findLastIndex((cell) => cell !== '')
    const highest = own.findIndex((cell) => cell !== '')
    // A new name ends what was held of the lines below it.
    const goesOn = (level: number) => (level <= highest || highest === -1) && (rows[level]?.merged?.has(at) ?? true)
    held = own.map((cell, level) => cell || (goesOn(level) ? (held[level] ?? '') : ''))
    return held.filter((part, level) => part !== '' && level <= lowest).join(betweenParts)
  })
  return { line: rows.at(-1)?.line ?? 0, cells, rows }
}

/**
 * Where the names of columns stand, when `rows[at]` is one of their lines: from which row to which. There is more than one line only
 * where one of them says periods side by side.
 */
export function headerLinesAround(
  rows: readonly PublishedRow[],
  at: number,
): { readonly from: number; readonly to: number } {
  const to = at + ([2, 1].find((lines) => isHeaderBelow(rows.slice(at, at + lines + 1), lines)) ?? 0)
  let from = at
  while (to - from + 1 < mostHeaderLines && from > 0 && isNext(rows, from - 1) && isGroupLine(rows, from - 1, to))
    from -= 1
  return { from, to }
}

/** Titles stand in one cell; the names of groups stand above the periods, or are periods above other names. */
function isGroupLine(rows: readonly PublishedRow[], at: number, to: number): boolean {
  const [row, ...below] = rows.slice(at, to + 1)
  if (!row || row.cells.some(isFigure)) return false
  if (isYearLine(row)) return true
  const years = below.find(isYearLine)
  const isAbovePeriod = row.cells.some((cell, column) => cell !== '' && isPeriod(years?.cells[column] ?? ''))
  return isAbovePeriod && (below.length === 1 || row.cells.filter((cell) => cell !== '').length > 1)
}

/** Two periods or more, and not a single figure. */
const isYearLine = (row: PublishedRow | undefined): boolean =>
  row !== undefined && row.cells.filter(isPeriod).length > 1 && !row.cells.some(isFigure)

/**
 * Whether the last of `rows`, `lines` below the first, still says names: periods where the first has none, or what stands below its
 * periods. Between them and in it is no figure, and names that go on over both lines leave it empty.
 */
function isHeaderBelow(rows: readonly PublishedRow[], lines: number): boolean {
  const [first, last] = [rows[0]?.cells ?? [], rows[lines]?.cells ?? []]
  const areNames = rows.every(({ cells }, index) => !cells.some(isFigure) && (index === lines || isNext(rows, index)))
  if (!areNames || !first.some((cell, at) => cell !== '' && !last[at])) return false
  const fillsGap = (is: (cell: string) => boolean) => last.some((cell, at) => cell !== '' && is(cell) && !first[at])
  return isYearLine(rows[lines]) ? fillsGap(isPeriod) : isYearLine(rows[0]) && fillsGap((cell) => !isPeriod(cell))
}

const isNext = (rows: readonly PublishedRow[], at: number) => rows[at + 1]?.line === (rows[at]?.line ?? 0) + 1

/** A number that is no period. */
export const isFigure = (cell: string): boolean => (isNumber(cell) && !isPeriod(cell)) || isPercentage(cell)
