import type { PublishedFile } from '../../platform/published-files/published-file.ts'
import { areasByName } from './area-by-name.ts'
import type { NamedArea } from './area-names.ts'
import { layouts, type RecognisedTable, recognise } from './mapping/layouts.ts'
import type { Mapping, MissingKind } from './mapping/mapping.ts'
import type { Plan } from './mapping/plan.ts'
import { yearIn } from './period.ts'
import { refuse } from './refusal.ts'
import { type Remark, remarksOn, type TableRead } from './remarks.ts'
import { AreasSeen } from './rows/areas-seen.ts'
import { readTable } from './rows/table-reader.ts'
import { figureGatherer, type GatheredFigures, type GatheringWishes } from './sums/figure-gatherer.ts'

/** What is asked of a file besides what it says itself. */
export type ReadingWishes = GatheringWishes & {
  readonly mapping: Mapping | undefined
  /** Mappings by which earlier files were read, newest first: tried when no known layout fits. */
  readonly remembered?: readonly Mapping[] | undefined
  readonly period: string | undefined
  readonly missing: Readonly<Record<string, MissingKind>>
  /** The decimal sign, when the table leaves two ways to read its numbers. */
  readonly decimal?: Mapping['decimal']
  /** Areas that are known by name, for tables without codes. */
  readonly names?: readonly NamedArea[] | undefined
}

/** What a file came to: its figures, by which mapping it was read, and what somebody should know before believing it. */
export type FiguresRead = Pick<GatheredFigures, 'indicators' | 'totals' | 'ofMunicipality' | 'kept'> & {
  readonly layout: string
  readonly mapping: Mapping
  readonly tables: readonly TableRead[]
  readonly remarks: readonly Remark[]
}

/**
 * Reads all figures of a published file: counts the whole, keeps those of one municipality with the sums of municipality,
 * region and country beside them. Refuses the whole file at the first thing that is wrong (`FileRefused`).
 */
export async function readFigures(
  file: PublishedFile,
  wishes: ReadingWishes,
  onRows: (read: number) => void = () => undefined,
): Promise<FiguresRead> {
  const remembered = wishes.remembered ?? []
  const { tables, otherSheets } = await recognise(
    file.tables,
    wishes.mapping ? [wishes.mapping] : [...layouts, ...remembered],
  )
  const [first] = tables
  if (!first) return refuse('file-kind', { file: file.file }, 'has no table in it.')
  const { mapping } = first.plan
  const ofLayout = tables.filter(({ plan }) => plan.mapping.layout === mapping.layout)
  const stated = statedPeriod(file, wishes)
  const isSheetAYear = ofLayout.length > 1 && ofLayout.every(({ table }) => yearIn(table.sheet ?? '') !== undefined)
  const byName = areasByName(wishes.names ?? [], wishes.edition)
  const gatherer = figureGatherer(wishes, file.file)
  const counts: TableRead[] = []
  const seen = new AreasSeen()
  for (const { table, plan } of ofLayout) {
    const sheetYear = isSheetAYear ? yearIn(table.sheet ?? '') : undefined
    const rows = await readTable(table, withSigns(plan, wishes), {
      seen,
      stated: sheetYear ?? stated.period,
      names: byName,
      take: gatherer.take,
      onRows,
    })
    counts.push({ sheet: table.sheet ?? null, form: table.form, ...rows })
  }
  const { columnsWithoutFigures, lacksPeriod, lacksMunicipality, ...gathered } = gatherer.result()
  if (gathered.totals.length === 0)
    refuse('no-figures', { file: file.file }, 'has the right columns, and not one figure in them.')
  return {
    layout: mapping.layout,
    mapping,
    tables: counts,
    ...gathered,
    remarks: remarksOn({
      remembered: remembered.includes(mapping) ? mapping.layout : undefined,
      tables: ofLayout,
      otherSheets: [...otherSheets, ...sheetsOfOtherLayouts(tables, mapping)],
      counts,
      names: byName.read,
      columnsWithoutFigures,
      periodFromName: stated.isFromName && ofLayout.some(needsStated) ? stated.period : undefined,
      lacksPeriod,
      lacksMunicipality,
    }),
  }
}

/** The period that the table itself leaves open: as asked, or the only year in the name of the file. */
function statedPeriod(
  { file, tables }: PublishedFile,
  { period }: ReadingWishes,
): { readonly period: string | undefined; readonly isFromName: boolean } {
  if (period !== undefined) return { period, isFromName: false }
  const year = yearIn([file, ...(tables.length === 1 ? [tables[0]?.sheet ?? ''] : [])].join(' '))
  return { period: year, isFromName: year !== undefined }
}

const withSigns = (plan: Plan, { missing, decimal }: ReadingWishes): Plan => ({
  ...plan,
  mapping: {
    ...plan.mapping,
    missing: { ...plan.mapping.missing, ...missing },
    decimal: decimal ?? plan.mapping.decimal,
  },
})

const needsStated = ({ plan: { period, values } }: RecognisedTable) =>
  'constant' in period && period.constant === undefined && values.some((column) => column.period === undefined)

const sheetsOfOtherLayouts = (tables: readonly RecognisedTable[], mapping: Mapping) =>
  tables.flatMap(({ table, plan }) => (plan.mapping.layout !== mapping.layout && table.sheet ? [table.sheet] : []))
