import type { PublishedFile } from '../../../platform/published-files/published-file.ts'
import type { PublishedRow } from '../../../platform/published-files/row-splitter.ts'
import { levelOfCode } from '../area-code.ts'
import { isPeriod } from '../period.ts'
import { hundredfold, isNumber, isPercentage } from '../rows/number-text.ts'
import { firstRows } from './first-rows.ts'
import { headerLinesAround, isFigure, joinedHeader } from './header-lines.ts'
import { nameOfPeriods } from './period-columns.ts'

/** What a column of an unknown table seems to hold; whoever imports says whether it is so. */
const columnLooks = ['sectorCode', 'municipalityCode', 'period', 'number', 'text', 'nothing'] as const
export type ColumnLook = (typeof columnLooks)[number]

/** One column as somebody sees it who tells what it holds; `at` counts from 0. */
export type ColumnPreview = {
  readonly at: number
  /** As written; empty when the column has none. */
  readonly header: string
  /** The first few different values below the header. */
  readonly samples: readonly string[]
  readonly looksLike: ColumnLook
  /** Its numbers are percentages, as they are written or shown. */
  readonly isInPercent?: true
  /** Its header is a year: the figures of that year. */
  readonly isOfYear: boolean
  /** Its header says a name and a period, as those of other periods do: `Inwoners / {period}`. */
  readonly ofPeriods?: string | undefined
}

/** A table of a file of which is not known how to read it. */
export type TablePreview = {
  readonly sheet: string | undefined
  /** The last of them when the names of columns stand in several lines. */
  readonly headerLine: number
  readonly headerLines?: number
  readonly columns: readonly ColumnPreview[]
}

const rowsLookedAt = 60
const samplesShown = 3

/** The tables of a file, each with its columns and what they seem to hold; tables without rows below a header are left out. */
export async function tablePreviews({ tables }: PublishedFile): Promise<readonly TablePreview[]> {
  const previews: TablePreview[] = []
  for (const table of tables) {
    const preview = previewOf(table.sheet, await firstRows(table, rowsLookedAt))
    if (preview) previews.push(preview)
  }
  return previews
}

/**
 * The header is the first row that is filled nearly as far as the widest and holds words: titles above a table fill a few cells,
 * and what stands below it is mostly numbers.
 */
export function previewOf(sheet: string | undefined, rows: readonly PublishedRow[]): TablePreview | undefined {
  const widest = Math.max(0, ...rows.map(filled))
  const at = rows.findIndex(
    (row) => filled(row) >= widest * 0.6 && row.cells.filter(isFigure).length * 2 <= filled(row),
  )
  if (at === -1) return undefined
  const { from, to } = headerLinesAround(rows, at)
  const header = joinedHeader(rows.slice(from, to + 1))
  const below = rows.slice(to + 1).filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (widest < 2 || below.length === 0) return undefined
  const ofPeriods = namesOfPeriods(header.cells, to > from)
  const columns = header.cells.map((name, column): ColumnPreview => {
    const values = below.map((row) => shownIn(row, column)).filter((cell) => cell !== '')
    return {
      at: column,
      header: name,
      samples: [...new Set(values)].slice(0, samplesShown),
      looksLike: lookOf(values),
      ...(values.some(isPercentage) && { isInPercent: true }),
      isOfYear: isPeriod(name),
      ofPeriods: ofPeriods[column],
    }
  })
  return { sheet, headerLine: header.line, headerLines: to - from + 1, columns }
}

/** In one line of names a year may be part of what a column is called; where it is left out, several must be called the same. */
function namesOfPeriods(headers: readonly string[], areJoined: boolean): readonly (string | undefined)[] {
  const names = headers.map(nameOfPeriods)
  return names.map((name) => (areJoined || names.indexOf(name) !== names.lastIndexOf(name) ? name : undefined))
}

/** A cell as one sees it in a spreadsheet. */
function shownIn({ cells, percentages }: PublishedRow, column: number): string {
  const cell = cells[column] ?? ''
  return percentages?.has(column) ? `${hundredfold(cell)}%` : cell
}

const filled = ({ cells }: PublishedRow) => cells.filter((cell) => cell !== '').length

/** What nearly all values are: a table has a total or a "not localisable" among its rows. */
function lookOf(values: readonly string[]): ColumnLook {
  if (values.length === 0) return 'nothing'
  const areMostly = (is: (value: string) => boolean, share = 0.8) => values.filter(is).length >= values.length * share
  if (areMostly((value) => value.length === 9 && levelOfCode(value) === 'sector')) return 'sectorCode'
  if (areMostly(isPeriod)) return 'period'
  if (areMostly((value) => levelOfCode(value) === 'municipality')) return 'municipalityCode'
  // Signs such as x and n.b. stand in many cells of small areas.
  return areMostly((value) => isNumber(value) || isPercentage(value), 0.5) ? 'number' : 'text'
}
