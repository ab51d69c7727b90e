import { difference, highest, type Standing } from './standing.ts'

/** Better, worse, alike; null when nobody can say. */
export type Change = 1 | -1 | 0 | null

const gains = 1
const loses = 2
const undecided = 4
/** Gains or loses where no money is known, so that nothing can be set off against it. */
const withoutMoney = 8

/** What all rights together do for each of so many households, right after right. */
export type Net = {
  readonly low: Float64Array
  readonly high: Float64Array
  readonly seen: Uint8Array
  /** Who gains in one right and loses in another stands better or worse by what is left in money. */
  change(household: number): Change
}

/** Nobody has gained or lost yet. */
export function netOf(households: number): Net {
  const [low, high, seen] = [new Float64Array(households), new Float64Array(households), new Uint8Array(households)]
  return {
    low,
    high,
    seen,
    change(household) {
      const bits = seen[household] as number
      if ((bits & (gains | loses | undecided)) === 0) return 0
      if ((bits & (loses | undecided)) === 0) return 1
      if ((bits & (gains | undecided)) === 0) return -1
      if (bits & (undecided | withoutMoney)) return null
      const [less, more] = [low[household] as number, high[household] as number]
      if (less === 0 && more === 0) return 0
      return less >= 0 && more >= 0 ? 1 : less <= 0 && more <= 0 ? -1 : null
    },
  }
}

/** Adds one right of one household: how it stood, how it stands now, and what that is for it. */
export function addNet({ low, high, seen }: Net, household: number, was: Standing, is: Standing, change: Change): void {
  if (change === 0) return
  const [less, more] = [is.likelyLow - was.likelyLow, difference(highest(was), highest(is))]
  low[household] = (low[household] as number) + less
  high[household] = (high[household] as number) + more
  const side = change === 1 ? gains : change === -1 ? loses : undecided
  seen[household] = (seen[household] as number) | side | (less === 0 && more === 0 ? withoutMoney : 0)
}
