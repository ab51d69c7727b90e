/**
 * Why a published table has no value somewhere. `unknown`: nobody knows, or it cannot be placed; `hidden`: the publisher keeps it
 * back; `notApplicable`: there can be none, as a mean of nobody; `empty`: nothing was filled in. Zero is a value and none of these.
 */
export const missingKinds = ['unknown', 'hidden', 'notApplicable', 'empty'] as const
export type Missing = (typeof missingKinds)[number]

/** What stands in a cell of a published table. */
export type Value = number | Missing

/** Whether there is a number; zero is one. */
export const isKnown = (value: Value): value is number => typeof value === 'number'

/**
 * The sum of published figures. One unknown or hidden part makes it unknown; what does not apply or is empty adds nothing, and a sum
 * of only such parts is none either. Without the dust of binary fractions: A. Neumaier's compensated summation (1974).
 */
export function sumOf(values: readonly Value[]): Value {
  if (values.some((value) => value === 'unknown' || value === 'hidden')) return 'unknown'
  const known = values.filter(isKnown)
  if (known.length === 0) return values.includes('notApplicable') ? 'notApplicable' : 'empty'
  return added(known)
}

/** The sum of numbers, the same in whatever order they come, to some fifteen digits. */
export function added(numbers: readonly number[]): number {
  let sum = 0
  let lost = 0
  for (const number of numbers) {
    const next = sum + number
    lost += Math.abs(sum) >= Math.abs(number) ? sum - next + number : number - next + sum
    sum = next
  }
  return Number((sum + lost).toPrecision(15))
}
