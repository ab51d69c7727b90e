import type { Sum } from './tally.ts'

/** Money of many households as it may be shown: euros a year; `max` null where nobody can say the most. */
export type ShownMoney = { readonly min: number; readonly max: number | null }

/** The smallest step of money that is shown, euros. */
const leastStep = 100

/**
 * Rounds a sum so coarsely that no household can be read from it, not even by leaving it out and summing again: to a power of
 * ten of at least what the largest one adds.
 */
export function shownMoney({ low, high, largest, unbounded }: Sum): ShownMoney {
  const step = stepFor(largest)
  return { min: rounded(low, step), max: unbounded > 0 ? null : rounded(high, step) }
}

/** The mean of a sum that may be shown, whole euros. */
export function shownMean({ min, max }: ShownMoney, households: number): ShownMoney {
  return { min: Math.round(min / households), max: max === null ? null : Math.round(max / households) }
}

function stepFor(largestCents: number): number {
  let step = leastStep
  while (step * 100 < largestCents) step *= 10
  return step
}

const rounded = (cents: number, step: number) => Math.round(cents / 100 / step) * step
