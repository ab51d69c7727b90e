import type { FieldRegister } from './field-register.ts'

/** One column of the database in the register, flat, as a spreadsheet wants it. */
export type RegisterLine = {
  readonly table: string
  readonly column: string
  readonly class: string
  readonly purpose: string
  readonly legalGround: string
  readonly series: string
  readonly term: string
  readonly deletion: string
  /** Why it is not in the copy of somebody's own data; empty: it is. */
  readonly notInCopy: string
  /** Why it stays when its series may go; empty: it is deleted. */
  readonly stays: string
}

/** All columns of the register, by table; a column without a purpose of its own has that of its table. */
export function linesOf(fields: FieldRegister): readonly RegisterLine[] {
  return Object.entries(fields)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([table, { purpose, legalGround, retention, notInCopy = '', stays = '', fields: columns }]) =>
      Object.entries(columns).map(([column, field]) => ({
        table,
        column,
        class: typeof field === 'string' ? field : field.class,
        purpose: typeof field === 'string' ? purpose : field.purpose,
        legalGround,
        series: retention.series,
        term: retention.term,
        deletion: retention.mode,
        notInCopy,
        stays,
      })),
    )
}
