/**
 * Everything one check looks at, as numbers, and where it is looking. Row 0 is the household, row 1 the dwelling, the persons
 * follow. A value is an interval: booleans 0 … 1, money in cents, dates in days, an enum the index of its choice (unknown: −1
 * … number of choices). A cell that was not told holds the bounds of its fact.
 */
export type World = {
  today: number
  readonly rows: number
  readonly low: Float64Array
  readonly high: Float64Array
  /** Parameters of the day, by number. */
  parameters: ParametersOfDay
  /** Of each definition and row: whether it is worked out already, and what it came to. */
  readonly done: Uint8Array
  readonly doneLow: Float64Array
  readonly doneHigh: Float64Array
  /** Parameters that may be behind what was looked at since it was last cleared, as bits: also those of a way not taken. */
  readonly touched: Int32Array
  /** Parameters that each definition of each row looked at, as bits; behind these those of the outcome at hand. */
  readonly looked: Int32Array
  /** Where in `looked` whatever is worked out now leaves its traces. */
  lookedAt: number
  /** The row of the subject and of the member counted over. */
  self: number
  member: number
  /** The answer of the last `range`. */
  lo: number
  hi: number
}

export type ParametersOfDay = {
  readonly low: Float64Array
  readonly high: Float64Array
  readonly stale: Uint8Array
}

/** Rows of a world: the household, its dwelling, then its persons in the order of the situation. */
export const householdRow = 0
export const dwellingRow = 1
export const firstPersonRow = 2
