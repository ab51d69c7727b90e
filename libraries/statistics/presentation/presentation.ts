import { type CountRule, sharesFrom } from '../disclosure/rule.ts'

/** A share as readers see it: whole percent, or why there is none. */
export type ShownShare =
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'tooFewPeople' }

/**
 * A share in whole percent. None of fewer than twenty people (P13), and hidden when the part or what is left of the whole is a small
 * count, because a percentage of a known whole is a count.
 */
export function shownShare(part: number | 'hidden', whole: number | 'hidden', rule: CountRule): ShownShare {
  if (part === 'hidden' || whole === 'hidden') return { kind: 'hidden' }
  if (whole < sharesFrom) return { kind: 'tooFewPeople' }
  const isSmall = (count: number) => count > 0 && count < rule.hideBelow
  if (isSmall(part) || isSmall(whole - part)) return { kind: 'hidden' }
  return { kind: 'percent', percent: Math.round((part / whole) * 100) }
}

/** A count as a band: `below` the first limit, or from a limit on. Nobody is nobody. */
export type ShownBand =
  | { readonly kind: 'none' }
  | { readonly kind: 'below'; readonly limit: number }
  | { readonly kind: 'atLeast'; readonly limit: number }

/** The band a count falls in; `limits` rise, the first is the least that is told. */
export function bandOf(count: number, limits: readonly [number, ...number[]] = [5, 10, 20]): ShownBand {
  if (count === 0) return { kind: 'none' }
  const limit = limits.findLast((one) => count >= one)
  return limit === undefined ? { kind: 'below', limit: limits[0] } : { kind: 'atLeast', limit }
}

/** An amount of cents to the nearest `euros`, so that one household cannot be read from a sum. */
export function roundedAmount(cents: number, euros: number): number {
  return Math.round(cents / (euros * 100)) * euros * 100
}

/** A value as it may be told when very low and very high ones point at somebody: exactly, or only that it is as far out. */
export type ShownValue = { readonly kind: 'exactly' | 'atMost' | 'atLeast'; readonly value: number }

/** Tells values outside `bottom` and `top` as those limits only (bottom and top coding). */
export function withinLimits(value: number, limits: { readonly bottom?: number; readonly top?: number }): ShownValue {
  if (limits.bottom !== undefined && value <= limits.bottom) return { kind: 'atMost', value: limits.bottom }
  if (limits.top !== undefined && value >= limits.top) return { kind: 'atLeast', value: limits.top }
  return { kind: 'exactly', value }
}
