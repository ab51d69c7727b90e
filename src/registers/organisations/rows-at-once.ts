import { type RawBuilder, sql } from 'kysely'

/** Statements of an import hold so many rows: some 25 values each, and PostgreSQL takes 65,535 a statement. */
export const rowsAtOnce = 500

/** In an upsert: these columns get the values of the row that was to be added. */
export function newValues(columns: readonly string[]): Record<string, RawBuilder<never>> {
  return Object.fromEntries(columns.map((column) => [column, sql<never>`${sql.ref(`excluded.${column}`)}`]))
}
