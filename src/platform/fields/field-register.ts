/**
 * Register of fields (rule P1): every column that holds a municipality's data has a purpose, a legal ground, a retention rule
 * and a class of sensitivity, kept beside the module's code in `fields.ts`. A column without an entry fails the tests, and
 * the data protection officer's register is made from this.
 */
export type FieldRegister = Readonly<Record<TableName, TableFields>>

/** `schema.table` */
type TableName = string

export type TableFields = {
  /** Why this is kept, in one English sentence. */
  readonly purpose: string
  readonly legalGround: 'publicTask' | 'legalObligation' | 'contract' | 'vitalInterest' | 'consent' | 'notPersonal'
  readonly retention: Retention
  /** Why rows are not in the copy somebody gets of the own data (P16), in one English sentence; absent: they are. */
  readonly notInCopy?: string
  /** Why rows stay when their series may go (P15), on which ground and for how long is above; absent: the program deletes them. */
  readonly stays?: string
  /** Class per column; a column with a purpose of its own says so. */
  readonly fields: Readonly<Record<string, Sensitivity | { readonly class: Sensitivity; readonly purpose: string }>>
}

/**
 * `series`: name of the series in the municipality's selection list. `term`: ISO 8601 duration after the record is closed, or
 * `asLongAsUsed`. `automatic` only for short-term series; else deletion is proposed, approved and certified (P15).
 */
export type Retention = {
  readonly series: string
  readonly term: `P${string}` | 'asLongAsUsed'
  readonly mode: 'automatic' | 'proposed'
}

/** `technical`: identifiers, versions, moments. `case`, `card`, `safety` are sealed at rest (P23) when they are free text. */
export type Sensitivity = 'technical' | 'open' | 'internal' | 'contact' | 'card' | 'case' | 'safety'
