/** Between which two numbers the truth behind a figure lies, in nineteen of twenty cases. */
export type Interval = { readonly low: number; readonly high: number }

/** The point of the normal distribution that leaves one in twenty outside. */
const z = 1.959964

/**
 * The interval of a share (0–1) of `total` people, also for few people and for shares of nearly none or all. Null for nobody.
 * Source: E.B. Wilson (1927).
 */
export function shareInterval(count: number, total: number): Interval | null {
  if (!(total > 0) || count < 0 || count > total) return null
  const share = count / total
  const middle = share + (z * z) / (2 * total)
  const reach = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total))
  const scale = 1 + (z * z) / total
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) }
}

/** The interval of a count of events that each may or may not have happened. Source: Byar, in Breslow and Day (1987). */
export function countInterval(count: number): Interval {
  const bound = (of: number, sign: 1 | -1) => of * (1 - 1 / (9 * of) + (sign * z) / (3 * Math.sqrt(of))) ** 3
  return { low: count > 0 ? Math.max(0, bound(count, -1)) : 0, high: bound(count + 1, 1) }
}

/** The interval of a rate: `count` events among `total`, told per `per`. Null for nobody. */
export function rateInterval(count: number, total: number, per: number): Interval | null {
  if (!(total > 0)) return null
  const { low, high } = countInterval(count)
  return { low: (low / total) * per, high: (high / total) * per }
}

/** How one figure stands to another: said only when chance alone would seldom make the difference. */
export type Compared = 'higher' | 'lower' | 'notClearlyDifferent'

/** How an area stands to the whole it belongs to, which chance hardly moves. */
export function comparedWith(reference: number, interval: Interval): Compared {
  if (interval.low > reference) return 'higher'
  return interval.high < reference ? 'lower' : 'notClearlyDifferent'
}

/** A share of some who were asked, with its interval; both in one unit. */
export type Sampled = { readonly share: number; readonly interval: Interval }

/** How a share of some stands to that of others, when chance moves both. Source: R.G. Newcombe (1998), method 10. */
export function comparedRounds(now: Sampled, before: Sampled): Compared {
  const difference = now.share - before.share
  const downwards = Math.hypot(now.share - now.interval.low, before.interval.high - before.share)
  const upwards = Math.hypot(now.interval.high - now.share, before.share - before.interval.low)
  if (difference - downwards > 0) return 'higher'
  return difference + upwards < 0 ? 'lower' : 'notClearlyDifferent'
}
