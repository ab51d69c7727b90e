import type { Frame, Kernel } from './kernel.ts'
import { blockSize } from './layout.ts'
import type { Outcomes } from './outcomes.ts'
import type { Population } from './population.ts'

/** The values of the law on one day, in the order of a kernel: `valuesFor` makes them. */
export type Values = { readonly low: Float64Array; readonly high: Float64Array; readonly stale: Uint8Array }

/** What a run works with. All of it may lie in memory that threads share. */
export type Run = {
  readonly population: Population
  readonly today: number
  readonly values: Values
  readonly outcomes: Outcomes
}

/** Works out the households of blocks `from` up to `to` (blocks are of `blockSize` households) and writes their outcomes. */
export function runBlocks(kernel: Kernel, run: Run, from: number, to: number): void {
  const { population, today, values, outcomes } = run
  const { households, start, columns, complete } = population
  const frame: Frame = { from: 0, to: 0, today, start, columns, ...values, ...outcomes }
  const isSure =
    kernel.sure.every((number) => values.low[number] === values.high[number]) &&
    kernel.fresh.every((number) => values.stale[number] === 0)
  for (let block = from; block < to; block += 1) {
    frame.from = block * blockSize
    frame.to = Math.min(frame.from + blockSize, households)
    const functions = isSure && complete[block] === 1 ? kernel.complete : kernel.open
    for (const work of functions) work(frame)
  }
}

/** How many blocks hold so many households. */
export const blocksOf = (households: number): number => Math.ceil(households / blockSize)
