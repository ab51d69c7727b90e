import { belgianColumns } from '@meernet/rights-belgium/columns'
import { type Outcomes, type Population, staleBit, statusCode } from '@meernet/rights-engine/columns'

/**
 * How one household stands with one right: for how many of its people it is likely, possible, had already, and the amounts in
 * cents a year. What is only possible counts from nothing to its highest; what they have already is not counted in money.
 */
export type Standing = {
  likely: number
  possible: number
  already: number
  likelyLow: number
  likelyHigh: number
  possibleHigh: number
  isStale: boolean
}

/** One to be written into. */
export const noStanding = (): Standing => ({
  likely: 0,
  possible: 0,
  already: 0,
  likelyLow: 0,
  likelyHigh: 0,
  possibleHigh: 0,
  isStale: false,
})

/** How often an amount comes in a year; null for one that hangs on use (a session, a litre) or on days. */
export function timesAYear(right: number): number | null {
  const per = belgianColumns.rights[right]?.per
  return per === 'month' ? 12 : per === 'year' || per === 'once' ? 1 : null
}

/** Writes how household number `household` stands with a right into `into`; an unknown highest amount is infinite. */
export function standingOf(
  into: Standing,
  { start }: Population,
  { status, amountLow, amountHigh }: Outcomes,
  right: number,
  household: number,
): void {
  into.likely = into.possible = into.already = 0
  into.likelyLow = into.likelyHigh = into.possibleHigh = 0
  into.isStale = false
  const isWhole = belgianColumns.rights[right]?.level === 'household'
  const from = isWhole ? household : (start[household] as number)
  const to = isWhole ? household + 1 : (start[household + 1] as number)
  const [codes, low, high] = [
    status[right] as Uint8Array,
    amountLow[right] as Int32Array,
    amountHigh[right] as Int32Array,
  ]
  const times = timesAYear(right) ?? 0
  for (let place = from; place < to; place += 1) {
    const byte = codes[place] as number
    const code = byte & ~staleBit
    if (code === statusCode.already) into.already += 1
    if (code !== statusCode.likely && code !== statusCode.possible) continue
    if (byte & staleBit) into.isStale = true
    const most = times === 0 ? 0 : high[place] === -1 ? Number.POSITIVE_INFINITY : (high[place] as number) * times
    if (code === statusCode.likely) {
      into.likely += 1
      into.likelyLow += times === 0 ? 0 : (low[place] as number) * times
      into.likelyHigh += most
    } else {
      into.possible += 1
      into.possibleHigh += most
    }
  }
}

/** 1 when a household stands better with a right than before, −1 when worse, 0 when alike, null when nobody can say. */
export function changeOf(before: Standing, after: Standing): 1 | -1 | 0 | null {
  const low = after.likelyLow - before.likelyLow
  const high = difference(highest(before), highest(after))
  if (low !== 0 || high !== 0) return low >= 0 && high >= 0 ? 1 : low <= 0 && high <= 0 ? -1 : null
  return Math.sign(standingWithoutMoney(after) - standingWithoutMoney(before)) as 1 | -1 | 0
}

/** The most a household may get of a right in a year, cents. */
export const highest = ({ likelyHigh, possibleHigh }: Standing): number => likelyHigh + possibleHigh

/** From one highest amount to another; two unknown ones do not differ. */
export function difference(before: number, after: number): number {
  return before === after ? 0 : after - before
}

const standingWithoutMoney = ({ likely, possible, already }: Standing) => 2 * (likely + already) + possible
