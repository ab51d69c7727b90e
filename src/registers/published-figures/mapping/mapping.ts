import { z } from 'zod'
import { namedLevels } from '../area-names.ts'

/**
 * How the tables of one publisher are to be read: which column holds what. Recognised layouts are mappings in
 * `content/layouts.json`; whoever has another table writes one. Example, for a table `nis;jaar;inwoners;65plus`:
 *
 *     { "layout": "our-own", "area": { "column": "nis", "level": "municipality" }, "period": { "column": "jaar" },
 *       "measures": [{ "column": "inwoners", "indicator": "population", "kind": "count", "unit": "persons" }] }
 */
export type Mapping = z.output<typeof mappingSchema>
export type MappingInput = z.input<typeof mappingSchema>
export type Measure = z.output<typeof measureSchema>
export type ColumnName = z.output<typeof columnName>
export type RowFilter = z.output<typeof rowFilter>

/** Levels of areas that figures are published of. */
export const areaLevels = [
  'sector',
  'neighbourhood',
  'district',
  'municipality',
  'arrondissement',
  'nuts3',
  'province',
  'region',
  'country',
  /** Another division, which is counted and never kept. */
  'other',
] as const
export type AreaLevel = (typeof areaLevels)[number]

/** Why there is no value; a true zero is a value. */
export const missingKinds = ['unknown', 'hidden', 'notApplicable', 'empty'] as const
export type MissingKind = (typeof missingKinds)[number]

/**
 * What kind of figure it is, and so what may be done with it: counts and amounts are added up, all others never. `unstated`
 * when the publisher does not say.
 */
export const measureKinds = ['count', 'amount', 'share', 'rate', 'mean', 'median', 'index', 'unstated'] as const
export type MeasureKind = (typeof measureKinds)[number]

/**
 * A header, or the headers it had in several editions; `{year}` stands for four digits. Case does not matter. That of a measure, when it
 * is one name, may hold `{period}`: every column of that name is taken, each with its own period.
 */
const columnName = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])
/** No table has more lines of names above its figures. */
export const mostHeaderLines = 3

const key = z.string().min(1).max(120)
const unit = z.string().max(60).default('')

/** Takes rows by what stands in another column. */
const rowFilter = z.strictObject({
  column: columnName,
  is: z.array(z.string()).optional(),
  from: z.number().optional(),
  to: z.number().optional(),
})

const measureSchema = z.strictObject({
  column: columnName,
  /** Key in the catalogue (content/indicators.json); without one the header is the key. */
  indicator: key.optional(),
  kind: z.enum(measureKinds),
  unit,
  name: z.string().max(300).optional(),
  /** A count that may be below zero: what came less what went. */
  isBalance: z.boolean().optional(),
  where: z.array(rowFilter).default([]),
})

/** Columns that a layout does not name one by one. */
const otherColumns = z.strictObject({
  startsWith: z.string(),
  kind: z.enum(measureKinds),
  unit,
})

const level = z.enum(areaLevels)

const areaSchema = z.union([
  z.strictObject({
    column: columnName,
    /** `byCode`: the form of the code tells (REFNIS, NUTS). */
    level: z.union([level, z.literal('byCode')]),
    name: columnName.optional(),
    /** Tables of up to 2018 may give the last four signs of a sector; those before them are its municipality of then. */
    isShortUntil2018: z.boolean().optional(),
  }),
  z.strictObject({
    column: columnName,
    levelColumn: columnName,
    levels: z.record(z.string(), z.strictObject({ level, edition: z.string().optional() })),
    name: columnName.optional(),
  }),
  /** Areas by their names, where no column holds their codes. */
  z.strictObject({ named: columnName, level: z.enum(namedLevels) }),
  z.strictObject({ constant: z.string().min(1), level }),
])

const periodSchema = z.union([
  z.strictObject({
    column: columnName,
    as: z.enum(['asWritten', 'year']).default('asWritten'),
    /** Some editions lack the column: then as with `stated`. */
    orStated: z.boolean().default(false),
  }),
  /** The year in that header. */
  z.strictObject({ yearInHeader: columnName }),
  z.strictObject({ constant: z.string().min(1) }),
  /** The year in the name of the sheet: a sheet a year. */
  z.strictObject({ yearInSheet: z.literal(true) }),
  /** The table does not say: whoever imports does, or a year in a header or in the name of the file. */
  z.strictObject({ stated: z.literal(true) }),
])

/** How a table of a publisher is read: which columns are areas, periods and figures. */
export const mappingSchema = z.strictObject({
  layout: key,
  /** Who publishes it and on which terms, unless whoever imports says otherwise. */
  source: z.string().max(200).optional(),
  licence: z.string().max(200).optional(),
  /** Name of the sheet; without it every table with these columns is read. */
  sheet: z.string().optional(),
  /** Three lines of header: indicator, unit, year; the first two columns are code and name of the area. */
  stacked: z.boolean().default(false),
  /** Names of columns that stand in several lines are put together, `Inwoners / 2023`; an empty cell goes on with the name left of it. */
  headerLines: z.int().min(1).max(mostHeaderLines).default(1),
  area: areaSchema,
  /** The column of the municipality: it is never read from the code of a sector. */
  municipality: columnName.optional(),
  period: periodSchema,
  measures: z.array(measureSchema).default([]),
  others: z.array(otherColumns).default([]),
  /** A column a year: every column of which the header is a period holds this indicator. */
  years: measureSchema.omit({ column: true, where: true }).optional(),
  /** One figure a row: the name of the indicator in one column, its value in another. */
  long: z.strictObject({ indicator: columnName, value: columnName, kind: z.enum(measureKinds) }).optional(),
  /** Headers of columns that are no figures, by how they begin; said in a remark. */
  leaveOut: z.array(z.string()).default([]),
  /** Columns without which it is another layout, and columns with which it is. */
  requires: z.array(columnName).default([]),
  excludes: z.array(columnName).default([]),
  /** Several rows of an area and period belong together: they are added up. Else they are refused as doubled. */
  sums: z.boolean().default(false),
  /** How the headers begin of columns that only name what another column codes (`TX_`). */
  labels: z.string().min(1).optional(),
  /**
   * What to do with an area that has two rows for one period, or with a row that is there twice in a table that is added up:
   * `unknown` takes neither and says so, `added` counts both, for a table of which each row is a thing of its own.
   */
  doubled: z.enum(['refuse', 'unknown', 'added']).default('refuse'),
  /** Columns of levels (`CD_AGE_LVL_2`): rows in which one is empty are sums of other rows and passed over. */
  levelColumns: z.string().optional(),
  /** Columns of a cube that says its sums by leaving them empty: rows in which one is empty are passed over as well. */
  filled: z.array(columnName).default([]),
  /** What stands in every row of a column, when it is there: with anything else the groups would not come to the whole. */
  expects: z.array(z.strictObject({ column: columnName, is: z.array(z.string()).min(1) })).optional(),
  /** How the headers begin that may stand in such a table: with another the figures may count something else. */
  onlyBeside: z.array(z.string().min(1)).optional(),
  missing: z.record(z.string(), z.enum(missingKinds)).default({}),
  decimal: z.enum(['.', ',']).optional(),
})

/** Whether figures of parts may be added up to one of the whole. */
export const canBeSummed = (kind: MeasureKind): boolean => kind === 'count' || kind === 'amount'
