import type { Column } from './layout.ts'

/** What generated functions work on: a block of households, with the values of the law of one day. */
export type Frame = {
  /** The block: households `from` up to, not with, `to`. */
  from: number
  to: number
  readonly today: number
  /** The first person of each household, and behind the last. */
  readonly start: Int32Array
  readonly columns: readonly (Uint8Array | Float64Array)[]
  readonly low: Float64Array
  readonly high: Float64Array
  readonly stale: Uint8Array
  readonly status: readonly Uint8Array[]
  readonly amountLow: readonly Int32Array[]
  readonly amountHigh: readonly Int32Array[]
}

/** A model as columns: source that was generated ahead of time. */
export type Kernel = {
  readonly columns: readonly Column[]
  readonly rights: readonly KernelRight[]
  /** The values of the law that it uses, in the order of their numbers. */
  readonly parameters: readonly string[]
  /** Of those, the ones that `complete` takes as one number, and as up to date: where they are not, `open` does the work. */
  readonly sure: readonly number[]
  readonly fresh: readonly number[]
  /** Works households out of which every fact is known. */
  readonly complete: readonly ((frame: Frame) => void)[]
  /** Works out any household. */
  readonly open: readonly ((frame: Frame) => void)[]
}

/** A right whose outcomes are columns: one for each household or one for each person; `per` is the term of its amount (`month`), null without one. */
export type KernelRight = {
  readonly id: string
  readonly level: 'household' | 'person'
  readonly per: string | null
}
