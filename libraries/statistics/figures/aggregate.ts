import { added, isKnown, sumOf, type Value } from './value.ts'

/**
 * What a figure is, and so how that of several areas together is made: counts and amounts are added up; shares, rates and means are
 * weighted by what they are of; a median, an index and what the publisher does not state cannot be made from those of the parts.
 */
export const figureKinds = ['count', 'amount', 'share', 'rate', 'mean', 'median', 'index', 'unstated'] as const
export type FigureKind = (typeof figureKinds)[number]

/** One area's figure. `weight`: what a share, rate or mean is of: all people, all households. */
export type Part = { readonly value: Value; readonly weight?: Value }

/** The figure of all parts together; where it cannot be told, perhaps between which two numbers it lies. */
export type Aggregate = { readonly value: Value; readonly between?: readonly [number, number] }

/** The figure of several areas together. Never the mean of medians; never a guess for a part that is missing. */
export function aggregate(kind: FigureKind, parts: readonly Part[]): Aggregate {
  const [only, ...others] = parts
  if (only && others.length === 0) return { value: only.value }
  if (kind === 'count' || kind === 'amount') return { value: sumOf(parts.map(({ value }) => value)) }
  if (kind === 'share' || kind === 'rate' || kind === 'mean') return weighted(parts)
  return kind === 'median' ? medianTogether(parts) : { value: parts.length === 0 ? 'empty' : 'unknown' }
}

/** A part of no weight counts for nothing, whatever stands there; one of unknown weight makes the whole unknown. */
function weighted(parts: readonly Part[]): Aggregate {
  const counted = parts.filter(({ weight }) => weight !== 0 && weight !== 'notApplicable' && weight !== 'empty')
  if (counted.length === 0) return { value: 'notApplicable' }
  const weights: number[] = []
  const products: number[] = []
  for (const { value, weight = 'unknown' } of counted) {
    if (!isKnown(value) || !isKnown(weight)) return { value: 'unknown' }
    weights.push(weight)
    products.push(value * weight)
  }
  return { value: Number((added(products) / added(weights)).toPrecision(15)) }
}

/**
 * Between which two numbers the share of all parts lies when that of some is unknown or hidden: there it is nothing at least and `most` at
 * most (100 for a percentage). Nothing when it is not known how much a part weighs, or when no part has a share.
 */
export function shareBetween(parts: readonly Part[], most: number): readonly [number, number] | undefined {
  const counted = parts.filter(({ weight }) => weight !== 0 && weight !== 'notApplicable' && weight !== 'empty')
  const filled = (missing: number) =>
    weighted(counted.map(({ value, ...part }) => ({ ...part, value: isKnown(value) ? value : missing }))).value
  const [low, high] = [filled(0), filled(most)]
  return counted.some(({ value }) => isKnown(value)) && isKnown(low) && isKnown(high) ? [low, high] : undefined
}

/** The median of all lies between the least and the largest median of the parts, and that is all that can be said. */
function medianTogether(parts: readonly Part[]): Aggregate {
  const asked = parts.filter(({ value, weight }) => weight !== 0 && value !== 'notApplicable')
  const known = asked.map(({ value }) => value).filter(isKnown)
  if (asked.length === 0) return { value: parts.length === 0 ? 'empty' : 'notApplicable' }
  if (known.length < asked.length) return { value: 'unknown' }
  const [least, most] = [Math.min(...known), Math.max(...known)]
  return least === most ? { value: least } : { value: 'unknown', between: [least, most] }
}

/** How many there are from `from` up to `to`, `to` not included; null where the last band has no end. */
export type Band = { readonly from: number; readonly to: number | null; readonly count: number }

/**
 * The median of a distribution in bands, as if those in one band lay evenly over it: an estimate. `notApplicable` for nobody,
 * `unknown` when it falls in a band without end. Bands of several areas may be handed in together; they are put in order.
 */
export function medianOf(bands: readonly Band[]): Value {
  const total = added(bands.map(({ count }) => count))
  if (total === 0) return 'notApplicable'
  let below = 0
  for (const { from, to, count } of merged(bands)) {
    if (count > 0 && below + count >= total / 2)
      return to === null ? 'unknown' : from + ((total / 2 - below) / count) * (to - from)
    below += count
  }
  return 'unknown'
}

/** Bands of the same limits as one. Refuses bands that overlap in part: what lies where could not be told. */
function merged(bands: readonly Band[]): readonly Band[] {
  const byLimits = Map.groupBy(bands, ({ from, to }) => `${from} ${to}`)
  const sums = [...byLimits.values()].flatMap((same) =>
    same.slice(0, 1).map((band) => ({ ...band, count: added(same.map(({ count }) => count)) })),
  )
  sums.sort((one, other) => one.from - other.from)
  for (const [k, band] of sums.entries()) {
    const next = sums[k + 1]
    if (next && (band.to === null || band.to > next.from))
      throw new RangeError(`The bands from ${band.from} and from ${next.from} overlap.`)
  }
  return sums
}
