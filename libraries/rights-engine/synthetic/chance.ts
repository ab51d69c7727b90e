/** Chance that is the same in every run of the same seed. */
export type Chance = {
  /** From 0 up to, not with, 1. */
  share(): number
  /** True so often. */
  happens(probability: number): boolean
  /** A whole number from `low` up to and with `high`. */
  whole(low: number, high: number): number
  /** Around `middle`, rarely beyond a few times `spread`, never below 0: incomes have such a long tail. */
  around(middle: number, spread: number): number
  /** One of these, as often as its weight says. */
  of<Item extends string | number>(weights: readonly (readonly [Item, number])[]): Item
}

/** mulberry32: small, fast, and good enough for invented people. */
export function chanceFrom(seed: number): Chance {
  let state = seed | 0
  const share = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    share,
    happens: (probability) => share() < probability,
    whole: (low, high) => low + Math.floor(share() * (high - low + 1)),
    around(middle, spread) {
      const bell = share() + share() + share() + share() - 2
      return middle * Math.exp(bell * spread)
    },
    of(weights) {
      let left = share() * weights.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [item, weight] of weights) {
        left -= weight
        if (left < 0) return item
      }
      return (weights.at(-1) as (typeof weights)[number])[0]
    },
  }
}
