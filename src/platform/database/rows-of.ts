import { type RawBuilder, sql } from 'kysely'

/**
 * One column of many rows. Its values are written into PostgreSQL's array notation as they are, so only what has a closed form
 * goes here: identifiers, numbers, days, moments, words of a list. Never what somebody typed.
 */
export type PlainColumn = {
  readonly name: string
  readonly type: 'uuid' | 'text' | 'integer' | 'date' | 'timestamptz'
  readonly values: readonly (string | number | Date | null)[]
}

/**
 * Many rows as something to select from, an array a column: read several times as fast as JSON, and in one statement whatever
 * their number. A column that is the same in all rows travels once. Rows come in their order, as `place` from 1 says.
 */
export function rowsOf(columns: readonly PlainColumn[]): RawBuilder<unknown> {
  const [first, ...others] = columns
  if (!first) throw new Error('Rows without a column.')
  const varying = [first, ...others.filter((column) => !isUniform(column))]
  const same = others.filter(isUniform)
  const arrays = varying.map(({ type, values }) => sql`${arrayOf(values)}::${sql.raw(type)}[]`)
  const shared = same.map(
    ({ name, type, values }) => sql`${textOf(values[0] ?? null)}::${sql.raw(type)} as ${sql.ref(name)}, `,
  )
  const names = varying.map(({ name }) => sql.ref(name))
  return sql`(select ${sql.join(shared, sql``)}* from unnest(${sql.join(arrays)}) with ordinality as varying (${sql.join(names)}, place))`
}

/** For `where id = …`: one of these identifiers. */
export const anyId = (ids: readonly string[]): RawBuilder<string> => sql<string>`any(${arrayOf(ids)}::uuid[])`

const isUniform = ({ values }: PlainColumn) => {
  const [first = null] = values
  const known = textOf(first)
  return values.every((value) => value === first || textOf(value) === known)
}

const arrayOf = (values: PlainColumn['values']) => `{${values.map((value) => textOf(value) ?? 'NULL').join(',')}}`

const textOf = (value: string | number | Date | null) => (value instanceof Date ? value.toISOString() : value)
