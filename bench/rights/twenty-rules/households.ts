/** What is told of one invented household, euros. */
export type Household = {
  readonly adults: number
  readonly children: number
  readonly age: number
  readonly wage: number
  readonly pension: number
  readonly benefit: number
  readonly partner_wage: number
  readonly savings: number
  readonly rent: number
  readonly owner: boolean
}

/** Invented households, the same in every run. */
export function inventedHouseholds(count: number): readonly Household[] {
  const random = randomFrom(20261122)
  const upTo = (most: number) => Math.round(random() * most * 100) / 100
  return Array.from({ length: count }, () => {
    const age = 18 + Math.floor(random() * 72)
    const adults = 1 + Math.floor(random() * 2)
    const works = age < 65 && random() < 0.7
    return {
      adults,
      children: age < 60 ? Math.floor(random() * 4) : 0,
      age,
      wage: works ? upTo(3500) : 0,
      pension: age >= 65 ? upTo(2200) : 0,
      benefit: !works && age < 65 ? upTo(1500) : 0,
      partner_wage: adults === 2 ? upTo(3000) : 0,
      savings: random() < 0.5 ? upTo(30_000) : 0,
      rent: upTo(1100),
      owner: random() < 0.6,
    }
  })
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
