/** A thing that was measured beside its budget, both in `unit`; at or below the budget is well. */
export type Figure = {
  readonly what: string
  readonly measured: number
  readonly budget: number
  readonly unit: string
}
