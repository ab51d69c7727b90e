import { namedLevels } from '../area-names.ts'
import { yearIn } from '../period.ts'
import { findColumn } from './columns.ts'
import { type AreaLevel, type Mapping, type MeasureKind, type MissingKind, mappingSchema } from './mapping.ts'
import type { ColumnPreview, TablePreview } from './table-preview.ts'

/** What somebody says that a column holds. */
export type ColumnRole = 'leftOut' | 'area' | 'areaName' | 'municipality' | 'period' | MeasureKind

/** What somebody says about one column. */
export type ToldColumn = {
  readonly at: number
  readonly role: ColumnRole
  /** Key in the catalogue; without one the header names the indicator. */
  readonly indicator?: string | undefined
  /** What it is called, when the header does not say. */
  readonly name?: string | undefined
  readonly unit?: string | undefined
}

/** What somebody says about the columns of one name with different periods, `Inwoners / {period}`. */
export type ToldPeriods = Omit<ToldColumn, 'at'> & { readonly column: string }

/** What somebody says about a table. */
export type ToldTable = {
  readonly layout: string
  readonly source: string
  readonly licence: string
  readonly level: Exclude<AreaLevel, 'other'>
  readonly columns: readonly ToldColumn[]
  /** What the columns hold of which the header is a year. */
  readonly years?: Omit<ToldColumn, 'at'> | undefined
  /** What the columns hold that have a name in common, each with its own period. */
  readonly ofPeriods?: readonly ToldPeriods[] | undefined
  readonly missing: Readonly<Record<string, MissingKind>>
  readonly decimal?: '.' | ',' | undefined
  /** The period was said, so it stands neither in a column nor in the name of the sheet. */
  readonly isPeriodStated: boolean
}

/** Why what was told makes no mapping. */
export type MappingFault = {
  readonly kind: 'noArea' | 'twoAreas' | 'twoPeriods' | 'noFigures' | 'noHeader' | 'doubledHeader' | 'yearsWithoutName'
  /** The column it is about. */
  readonly at?: number | undefined
}

/** The mapping of a table of which somebody said column by column what it holds, or all that stands in its way. */
export function toldMapping(
  { sheet, columns, headerLine, headerLines = 1 }: TablePreview,
  told: ToldTable,
): { readonly mapping: Mapping } | { readonly faults: readonly MappingFault[] } {
  const used = told.columns.filter(({ role }) => role !== 'leftOut')
  const of = (role: ColumnRole) => used.filter((column) => column.role === role)
  const figures = used.filter(({ role }) => !notFigures.includes(role))
  const ofPeriods = (told.ofPeriods ?? []).filter(({ role }) => !notFigures.includes(role))
  const years = told.years && !notFigures.includes(told.years.role) ? told.years : undefined
  const [areas, names, municipalities, periods] = [of('area'), of('areaName'), of('municipality'), of('period')]
  const named = areas.length === 0 && names.length === 1 ? namedLevels.find((level) => level === told.level) : undefined
  const faults = [
    ...(areas.length === 0 && !named ? [{ kind: 'noArea' } as const] : []),
    ...[...areas.slice(1), ...names.slice(1), ...municipalities.slice(1)].map(
      ({ at }) => ({ kind: 'twoAreas', at }) as const,
    ),
    ...periods.slice(1).map(({ at }) => ({ kind: 'twoPeriods', at }) as const),
    ...(figures.length + ofPeriods.length === 0 && !years ? [{ kind: 'noFigures' } as const] : []),
    ...(years && !years.indicator && !years.name ? [{ kind: 'yearsWithoutName' } as const] : []),
    ...used.flatMap(({ at }) => headerFault(columns, headerLine, at)),
  ]
  const [area, name, municipality, period] = [areas[0], names[0], municipalities[0], periods[0]]
  const found = area ?? name
  if (faults.length > 0 || !found) return { faults }
  const header = ({ at }: ToldColumn) => columns.find((column) => column.at === at)?.header ?? ''
  const isYearInSheet = !told.isPeriodStated && yearIn(sheet ?? '') !== undefined
  const mapping = mappingSchema.parse({
    layout: told.layout,
    source: told.source,
    licence: told.licence,
    area: named
      ? { named: header(found), level: named }
      : { column: header(found), level: told.level, name: name && header(name) },
    municipality: municipality && header(municipality),
    period: period ? { column: header(period) } : isYearInSheet ? { yearInSheet: true } : { stated: true },
    headerLines,
    measures: [
      ...figures.map((told) => ({ column: header(told), ...measureOf(told, columns, ({ at }) => at === told.at) })),
      ...ofPeriods.map((told) => ({
        column: told.column,
        ...measureOf(told, columns, ({ ofPeriods: name }) => name === told.column),
      })),
    ],
    years: years && measureOf(years, columns, ({ isOfYear }) => isOfYear),
    // The same columns next year: else it is another table.
    requires: [...used.map(header), ...ofPeriods.map(({ column }) => column)],
    missing: told.missing,
    decimal: told.decimal,
  })
  return { mapping }
}

/** What nobody said the unit of is in percent where its columns are written so; a count never is. */
function measureOf(
  { role, indicator, name, unit }: Omit<ToldColumn, 'at'>,
  columns: readonly ColumnPreview[],
  isOfIt: (column: ColumnPreview) => boolean,
) {
  const mayBeInPercent = role !== 'count' && role !== 'amount'
  const isInPercent = mayBeInPercent && columns.some((column) => isOfIt(column) && column.isInPercent)
  return { indicator, name, kind: role, unit: unit ?? (isInPercent ? '%' : '') }
}

const notFigures: readonly ColumnRole[] = ['leftOut', 'area', 'areaName', 'municipality', 'period']

function headerFault(columns: readonly ColumnPreview[], line: number, at: number): readonly MappingFault[] {
  const header = columns.find((column) => column.at === at)?.header ?? ''
  if (header === '') return [{ kind: 'noHeader', at }]
  const same = columns.filter((column) => findColumn({ line, cells: [column.header] }, header, { file: '' }))
  return same.length > 1 ? [{ kind: 'doubledHeader', at }] : []
}
