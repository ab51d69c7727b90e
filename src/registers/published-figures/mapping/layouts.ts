import { z } from 'zod'
import type { PublishedTable } from '../../../platform/published-files/published-file.ts'
import { refuse } from '../../../platform/published-files/refusal.ts'
import type { PublishedRow } from '../../../platform/published-files/row-splitter.ts'
import layoutsFile from '../content/layouts.json' with { type: 'json' }
import type { Header } from './columns.ts'
import { firstRows } from './first-rows.ts'
import { joinedHeader } from './header-lines.ts'
import { type Mapping, mappingSchema } from './mapping.ts'
import { type Plan, planOf } from './plan.ts'
import { stackedPlanOf } from './stacked-plan.ts'
import { previewOf } from './table-preview.ts'

/** The layouts of publishers that are recognised by their header, the most particular first. */
export const layouts: readonly Mapping[] = z.object({ layouts: z.array(mappingSchema) }).parse(layoutsFile).layouts

/** A header may stand below titles and blank lines, but not further down than this. */
const rowsLookedAt = 30

/** A table of which is known how to read it. */
export type RecognisedTable = { readonly table: PublishedTable; readonly plan: Plan }

/**
 * Finds for each table the first mapping that fits. Tables that none fits are given back apart: a workbook has sheets with
 * explanations, and sheets that are hidden are read only when a mapping names them. Refuses a file of which no table fits, saying which columns were found.
 */
export async function recognise(
  tables: readonly PublishedTable[],
  mappings: readonly Mapping[],
): Promise<{ readonly tables: readonly RecognisedTable[]; readonly otherSheets: readonly string[] }> {
  const recognised: RecognisedTable[] = []
  const others: OtherTable[] = []
  for (const table of tables) {
    const rows = await firstRows(table, rowsLookedAt)
    const plan = planFor(table, rows, table.isHidden ? mappings.filter(({ sheet }) => sheet === table.sheet) : mappings)
    if (plan) recognised.push({ table, plan })
    else others.push({ table, rows })
  }
  if (recognised.length === 0) refuseUnknown(others)
  return {
    tables: recognised,
    otherSheets: others.flatMap(({ table, rows }) => (rows.length > 0 && table.sheet ? [table.sheet] : [])),
  }
}

function planFor(table: PublishedTable, rows: readonly PublishedRow[], mappings: readonly Mapping[]): Plan | undefined {
  const spot = { file: table.file, sheet: table.sheet }
  for (const mapping of mappings) {
    if (mapping.sheet !== undefined && mapping.sheet !== table.sheet) continue
    if (mapping.stacked) {
      const plan = stackedPlanOf(mapping, rows)
      if (plan) return plan
      continue
    }
    for (const header of headersIn(rows, mapping.headerLines)) {
      const plan = header.cells.length > 1 ? planOf(mapping, header, spot) : undefined
      if (plan) return plan
    }
  }
  return undefined
}

/** Every row that may be the header, or as many together as the names of columns take. */
function headersIn(rows: readonly PublishedRow[], lines: number): readonly Header[] {
  if (lines === 1) return rows
  return rows.flatMap((_, at) => {
    const together = rows.slice(at, at + lines)
    const [first, last] = [together[0], together.at(-1)]
    return first && last && last.line - first.line === lines - 1 ? [joinedHeader(together)] : []
  })
}

type OtherTable = { readonly table: PublishedTable; readonly rows: readonly PublishedRow[] }

/** Says of the first table that has a header, below whatever titles, what its columns are called. */
function refuseUnknown(others: readonly OtherTable[]): never {
  const seen = others.flatMap(({ table, rows }) => {
    const preview = previewOf(table.sheet, rows)
    return preview ? [{ table, line: preview.headerLine, cells: preview.columns.map(({ header }) => header) }] : []
  })
  const [first] = others
  const { table, line, cells } = seen[0] ?? { table: first?.table, ...first?.rows[0] }
  const columns = cells?.slice(0, 12).join(', ').slice(0, 200) ?? 'nothing'
  if (table?.isHidden)
    refuse(
      'header',
      { file: table.file, sheet: table.sheet, line },
      'is a hidden sheet: show it, save the workbook, and import it again.',
    )
  const sentence = `is no layout that is known, or the mapping names columns that are not there; found ${columns}. Say with --mapping which column holds what (docs/figures.md).`
  return refuse('header', { file: table?.file ?? '', sheet: table?.sheet, line }, sentence)
}
