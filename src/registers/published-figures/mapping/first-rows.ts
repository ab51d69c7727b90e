import type { PublishedTable } from '../../../platform/published-files/published-file.ts'
import type { PublishedRow } from '../../../platform/published-files/row-splitter.ts'

/** At most `count` rows from the top of a table, without reading the rest. */
export async function firstRows(table: PublishedTable, count: number): Promise<readonly PublishedRow[]> {
  const rows: PublishedRow[] = []
  for await (const batch of table.rows()) {
    rows.push(...batch.slice(0, count - rows.length))
    if (rows.length >= count) break
  }
  return rows
}
