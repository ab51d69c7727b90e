import type { PublishedTable } from '../../../platform/published-files/published-file.ts'
import { found, refuse } from '../../../platform/published-files/refusal.ts'
import type { PublishedRow } from '../../../platform/published-files/row-splitter.ts'
import type { Names } from '../area-by-name.ts'
import { isBrusselsRegion, isTotal, isTotalOfSomething } from '../area-code.ts'
import type { Figure, FigurePlace } from '../figure.ts'
import type { Indicator, Plan, ValueColumn } from '../mapping/plan.ts'
import type { AreasSeen } from './areas-seen.ts'
import { notesBelow } from './notes-below.ts'
import { dimensionsWatched } from './row-dimensions.ts'
import { partsWatched } from './row-parts.ts'
import { rowReader } from './row-reader.ts'
import { rowSummer } from './row-summer.ts'
import { rowValues } from './row-values.ts'

/** What happened to the rows of a table: every row below the header is counted once. */
export type RowCounts = {
  read: number
  /** Rows without a single figure. */
  withoutFigures: number
  /** Rows that are sums of other rows in a table of several levels. */
  sumsOfOthers: number
  /** Lines of text below the table. */
  notes: number
  /** Rows of an indicator that is not taken over. */
  leftOut: number
  /** Areas with two rows for one period, of which neither is believed. */
  readonly doubled: string[]
}

/**
 * Reads the figures of a table and hands each to `take`, row by row. Refuses the first row that is not what the plan expects,
 * with its line and column; nothing is mended or guessed.
 */
export async function readTable(
  table: PublishedTable,
  plan: Plan,
  { seen, stated, names, take, onRows }: ReaderNeeds,
): Promise<RowCounts> {
  const counts: RowCounts = { read: 0, withoutFigures: 0, sumsOfOthers: 0, notes: 0, leftOut: 0, doubled: [] }
  const spot = { file: table.file, sheet: table.sheet }
  const placeOf = rowReader(plan, stated, spot, names.areaOf)
  const summer = plan.mapping.sums ? rowSummer(plan.values.map(({ indicator }) => indicator)) : undefined
  const seePart = plan.mapping.sums ? partsWatched(plan, table) : undefined
  const seeDimensions = dimensionsWatched(plan, table)
  const values = rowValues(plan, table)
  const doubled = plan.mapping.doubled === 'unknown' ? await doubledCodes(table, plan) : new Set<string>()

  const isNote = notesBelow(table, plan.header.line)

  for await (const batch of table.rows()) {
    for (const row of batch) {
      if (row.line <= plan.header.line) continue
      if (isNote(row)) {
        counts.notes += 1
        continue
      }
      counts.read += 1
      readRow(row)
    }
    onRows?.(counts.read)
  }
  summer?.finish(take)
  return counts

  function readRow(row: PublishedRow): void {
    const { line, cells } = row
    checkWidth(table, plan, line, cells.length)
    const columns = values.columnsIn(cells)
    if (isSumOfOthers(plan, cells, names)) counts.sumsOfOthers += 1
    else if (!columns) counts.leftOut += 1
    else if (values.isWithout(columns, row)) counts.withoutFigures += 1
    else takeRow(columns, row)
  }

  function takeRow(columns: readonly ValueColumn[], row: PublishedRow): void {
    const { line, cells } = row
    const { place, period } = placeOf(line, cells)
    seePart?.(line, cells)
    seeDimensions(line, cells)
    if (summer) {
      summer.add(place, period, (each) => values.each(columns, row, each))
      return
    }
    if (doubled.has(place.areaCode)) {
      takeDoubled(columns, place, period)
      return
    }
    refuseDoubled(place, period, columns[0]?.indicator)
    values.each(columns, row, (column, _index, read) =>
      take({ ...place, indicator: column.indicator, period: column.period ?? period, ...read }),
    )
  }

  /** Of two rows that contradict each other nobody can say which is right. */
  function takeDoubled(columns: readonly ValueColumn[], place: FigurePlace, period: string | undefined): void {
    if (seen.lineBefore(place) !== undefined) return
    counts.doubled.push(`${place.areaCode} ${place.areaName}`.trim())
    for (const column of columns)
      take({ ...place, indicator: column.indicator, period: column.period ?? period, missing: 'unknown' })
  }

  function refuseDoubled(place: FigurePlace, period: string | undefined, indicator: Indicator | undefined): void {
    const before = seen.lineBefore(place, period, indicator)
    if (before !== undefined) {
      const sentence = `holds ${found(place.areaCode)} a second time, as line ${before} does; expected one row for each area and period.`
      refuse('doubled', { ...spot, line: place.line }, sentence)
    }
  }
}

type ReaderNeeds = {
  readonly seen: AreasSeen
  /** The period when the table itself does not say it. */
  readonly stated: string | undefined
  /** What names stand for, where a table says the name of an area only. */
  readonly names: Names
  readonly take: (figure: Figure) => void
  readonly onRows?: ((read: number) => void) | undefined
}

/** A row of a larger level in a table of several, one of which the area is called a total, or the municipality among its neighbourhoods. */
function isSumOfOthers({ leafAt, area, mapping }: Plan, cells: readonly string[], { isMunicipality }: Names): boolean {
  if (leafAt.some((at) => (cells[at] ?? '') === '')) return true
  if (!('at' in area) || mapping.sums) return false
  const code = cells[area.at] ?? ''
  if (isTotal(code) || (code === '' && cells.some(isTotalOfSomething))) return true
  if (area.level === 'district') return isBrusselsRegion(cells[area.nameAt ?? area.at] ?? '')
  if (area.level !== 'neighbourhood' || (code !== '' && !area.named)) return false
  return isMunicipality(cells[area.nameAt ?? area.at] ?? '')
}

/** The codes that stand in more than one row below the header. */
async function doubledCodes(table: PublishedTable, { area, header }: Plan): Promise<ReadonlySet<string>> {
  const seen = new Set<string>()
  const doubled = new Set<string>()
  if (!('at' in area)) return doubled
  for await (const batch of table.rows())
    for (const { line, cells } of batch) {
      const code = cells[area.at] ?? ''
      if (line > header.line) (seen.has(code) ? doubled : seen).add(code)
    }
  return doubled
}

/** A text has as many cells in each row as in its header; else cells have moved, or the file breaks off here. */
function checkWidth({ kind, file, sheet }: PublishedTable, { header }: Plan, line: number, width: number): void {
  const expected = header.cells.length
  if (kind === 'workbook' || width === expected) return
  const sentence = `has ${width} columns, the header ${expected}. Either the file is cut off here, or a cell holds the sign between columns.`
  refuse('row-shape', { file, sheet, line }, sentence)
}
