import type { Spot } from '../../../platform/published-files/refusal.ts'
import type { NamedLevel } from '../area-names.ts'
import { yearIn } from '../period.ts'
import { beginsWith, findColumn, type Header } from './columns.ts'
import type { AreaLevel, ColumnName, Mapping, Measure, RowFilter } from './mapping.ts'
import { columnsOfPeriods, columnsOfYears, hasPeriods, isOfPeriods, nameWithoutPeriod } from './period-columns.ts'

/** A measure without the columns it is found in: what an indicator is in one file. */
export type Indicator = Pick<Measure, 'kind' | 'unit' | 'isBalance'> & {
  readonly indicator: string
  readonly name: string
  readonly column: string
}

/**
 * A column of figures. `period` is set where the header says it; `alsoAt` are columns with the very same header, which fill
 * each other's gaps and may not contradict each other.
 */
export type ValueColumn = {
  readonly at: number
  readonly alsoAt?: readonly number[]
  readonly indicator: Indicator
  readonly period: string | undefined
  readonly where: readonly { readonly at: number; readonly filter: RowFilter }[]
}

export type LevelFound = { readonly level: AreaLevel; readonly edition?: string | undefined }

/** A mapping held against the header of one table: names have become places. */
export type Plan = {
  readonly mapping: Mapping
  readonly header: Header
  readonly area:
    | { readonly constant: string; readonly found: LevelFound }
    | {
        readonly at: number
        readonly nameAt: number | undefined
        /** The column holds names of areas of this level, not codes. */
        readonly named?: NamedLevel
        readonly isShortUntil2018?: boolean | undefined
        readonly level:
          | AreaLevel
          | 'byCode'
          | { readonly at: number; readonly levels: Readonly<Record<string, LevelFound>> }
      }
  readonly municipalityAt: number | undefined
  readonly period:
    | { readonly at: number; readonly as: 'asWritten' | 'year' }
    | { readonly constant: string | undefined }
  readonly values: readonly ValueColumn[]
  readonly long: { readonly indicatorAt: number; readonly valueAt: number } | undefined
  /** What must stand in a column. */
  readonly expects: readonly { readonly at: number; readonly is: readonly string[] }[]
  /** Columns of levels that must be filled, or the row is a sum of others. */
  readonly leafAt: readonly number[]
  readonly leftOut: readonly string[]
}

/** Holds `mapping` against a row that may be the header; nothing when the table is another. */
export function planOf(mapping: Mapping, header: Header, spot: Spot): Plan | undefined {
  const find = (name: ColumnName | undefined) => (name === undefined ? undefined : findColumn(header, name, spot))
  const isThere = (name: ColumnName) => (isOfPeriods(name) ? hasPeriods(header, name) : find(name))
  if (!mapping.requires.every(isThere) || mapping.excludes.some(find) || hasOthers(mapping, header)) return undefined
  const area = areaOf(mapping, find)
  const municipality = find(mapping.municipality)
  const period = periodOf(mapping, find, spot.sheet)
  const long = mapping.long && { indicator: find(mapping.long.indicator), value: find(mapping.long.value) }
  const isIncomplete =
    !area || !period || (mapping.municipality && !municipality) || (long && !(long.indicator && long.value))
  if (isIncomplete) return undefined
  const named = mapping.measures.flatMap((measure) => valueColumnsOf(measure, header, find, spot))
  const years = yearColumns(mapping, header, spotsOf(area, period, municipality, named), spot)
  const values = [
    ...named,
    ...years,
    ...otherColumns(mapping, header, spotsOf(area, period, municipality, [...named, ...years])),
  ]
  if (values.length === 0 && !long) return undefined
  return {
    mapping,
    header,
    area,
    municipalityAt: municipality?.at,
    period,
    values,
    long: long?.indicator && long.value && { indicatorAt: long.indicator.at, valueAt: long.value.at },
    expects: (mapping.expects ?? []).flatMap(({ column, is }) => {
      const at = find(column)?.at
      return at === undefined ? [] : [{ at, is }]
    }),
    leafAt: [...leavesIn(mapping, header), ...mapping.filled.flatMap((name) => find(name)?.at ?? [])],
    leftOut: header.cells.filter((cell) => mapping.leaveOut.some((start) => beginsWith(cell, start))),
  }
}

/** Whether a column is called in a way that this publisher does not. */
const hasOthers = ({ onlyBeside }: Mapping, { cells }: Header) =>
  onlyBeside !== undefined && !cells.every((cell) => cell === '' || onlyBeside.some((start) => beginsWith(cell, start)))

type Find = (name: ColumnName | undefined) => ReturnType<typeof findColumn>

function areaOf({ area }: Mapping, find: Find): Plan['area'] | undefined {
  if ('constant' in area) return { constant: area.constant, found: { level: area.level } }
  if ('named' in area) {
    const names = find(area.named)
    return names && { at: names.at, nameAt: names.at, named: area.level, level: area.level }
  }
  const column = find(area.column)
  if (!column) return undefined
  const nameAt = find(area.name)?.at
  if ('level' in area) return { at: column.at, nameAt, isShortUntil2018: area.isShortUntil2018, level: area.level }
  const levelColumn = find(area.levelColumn)
  return levelColumn && { at: column.at, nameAt, level: { at: levelColumn.at, levels: area.levels } }
}

function periodOf(
  { area, municipality, period }: Mapping,
  find: Find,
  sheet: string | undefined,
): Plan['period'] | undefined {
  if ('constant' in period) return { constant: period.constant }
  if ('yearInSheet' in period) {
    const year = yearIn(sheet ?? '')
    return year === undefined ? undefined : { constant: year }
  }
  if ('column' in period) {
    const column = find(period.column)
    if (column || !period.orStated) return column && { at: column.at, as: period.as }
  }
  if ('yearInHeader' in period) return { constant: find(period.yearInHeader)?.year }
  const yearOf = (name: ColumnName | undefined) => find(name)?.year
  return { constant: yearOf('column' in area ? area.column : undefined) ?? yearOf(municipality) }
}

function valueColumnsOf(
  { column, where, name, indicator: key, ...measure }: Measure,
  header: Header,
  find: Find,
  spot: Spot,
): readonly ValueColumn[] {
  const filters = where.map((filter) => ({ at: find(filter.column)?.at, filter }))
  if (filters.some(({ at }) => at === undefined)) return []
  const columns = isOfPeriods(column) ? columnsOfPeriods(header, column, spot) : [find(column) ?? []].flat()
  const called = isOfPeriods(column) ? nameWithoutPeriod(column) : undefined
  return columns.map(({ at, header: written, year }) => ({
    at,
    indicator: {
      ...measure,
      indicator: (key ?? called ?? written).slice(0, 120),
      name: name ?? called ?? written,
      column: written,
    },
    period: year,
    where: filters.map(({ at: filterAt, filter }) => ({ at: filterAt ?? 0, filter })),
  }))
}

function yearColumns({ years }: Mapping, header: Header, taken: ReadonlySet<number>, spot: Spot): ValueColumn[] {
  if (!years) return []
  const { indicator: key, name, ...measure } = years
  const indicator = { ...measure, indicator: key ?? name ?? '', name: name ?? key ?? '', column: '' }
  return columnsOfYears(header, taken, spot).map(({ at, header: column }) => ({
    at,
    indicator: { ...indicator, column },
    period: column,
    where: [],
  }))
}

function otherColumns({ others, leaveOut }: Mapping, { cells }: Header, taken: ReadonlySet<number>): ValueColumn[] {
  return cells.flatMap((header, at) => {
    if (header === '' || taken.has(at) || leaveOut.some((start) => beginsWith(header, start))) return []
    const other = others.find(({ startsWith }) => beginsWith(header, startsWith))
    if (!other) return []
    const indicator = {
      indicator: header.slice(0, 120),
      kind: other.kind,
      unit: other.unit,
      name: header,
      column: header,
    }
    return [{ at, indicator, period: undefined, where: [] }]
  })
}

function spotsOf(
  area: Plan['area'],
  period: Plan['period'],
  municipality: { readonly at: number } | undefined,
  named: readonly ValueColumn[],
): ReadonlySet<number> {
  const ofArea = 'at' in area ? [area.at, area.nameAt, typeof area.level === 'object' ? area.level.at : undefined] : []
  const all = [...ofArea, 'at' in period ? period.at : undefined, municipality?.at, ...named.map(({ at }) => at)]
  return new Set(all.filter((at) => at !== undefined))
}

function leavesIn({ levelColumns }: Mapping, { cells }: Header): readonly number[] {
  if (levelColumns === undefined) return []
  const start = levelColumns
  return cells.flatMap((cell, at) => (beginsWith(cell, start) && /_LVL_[0-9]+$/i.test(cell) ? [at] : []))
}
