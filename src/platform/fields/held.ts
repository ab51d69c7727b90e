import type { ZoneKey } from '../encryption/vault.ts'

/** One thing that is kept about somebody, by the columns of the register of fields; texts are opened, moments are ISO text. */
export type HeldRecord = {
  /** `schema.table`, as the register of fields names it. */
  readonly table: string
  readonly values: Readonly<Record<string, HeldValue>>
}
export type HeldValue = string | number | boolean | null | readonly string[]

/** What one module holds about somebody, and what of others it left out (P16). */
export type Held = { readonly records: readonly HeldRecord[]; readonly leftOut: readonly LeftOut[] }

/** Data of others that stand among somebody's own, and are not given. */
const leftOutKinds = ['household', 'sender', 'colleagues', 'meeting', 'receiver', 'danger', 'doors'] as const
export type LeftOut = (typeof leftOutKinds)[number]

/** Which columns of a table are given: `sealed` ones are opened, `json` ones are opened and spread over `column.name`. */
export type HeldShape = {
  readonly table: string
  /** Primary key without the municipality. */
  readonly key: readonly string[]
  readonly columns: readonly string[]
  readonly sealed?: readonly string[]
  readonly json?: readonly string[]
}

/** Rows of a table as records; what is empty is not given. */
export function heldRecords(zone: ZoneKey, shape: HeldShape, rows: readonly object[]): readonly HeldRecord[] {
  const { table, key, columns, sealed = [], json = [] } = shape
  return (rows as readonly Record<string, unknown>[]).map((row) => {
    const rowId = key.map((name) => String(row[name])).join('/')
    const open = (column: string) => {
      const bytes = row[column]
      return Buffer.isBuffer(bytes) ? zone.open({ column: `${table}.${column}`, rowId }, bytes) : null
    }
    const spread = json.flatMap((column) =>
      Object.entries((JSON.parse(open(column) ?? '{}') ?? {}) as Record<string, unknown>).map(
        ([name, value]) => [`${column}.${name}`, heldValue(value)] as const,
      ),
    )
    const values = [
      ...columns.map((column) => [column, heldValue(row[column])] as const),
      ...sealed.map((column) => [column, open(column)] as const),
      ...spread,
    ]
    return { table, values: Object.fromEntries(values.filter(([, value]) => !isEmpty(value))) }
  })
}

/** What several modules hold, as one. */
export const heldTogether = (parts: readonly Held[]): Held => ({
  records: parts.flatMap(({ records }) => records),
  leftOut: [...new Set(parts.flatMap(({ leftOut }) => leftOut))],
})

function heldValue(value: unknown): HeldValue {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
}

const isEmpty = (value: HeldValue) => value === null || value === '' || (Array.isArray(value) && value.length === 0)
