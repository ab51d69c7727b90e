/**
 * People by age and sex, out of whatever is published of them: all, men and women, ages of both, ages of each. Bands may lie across each other
 * (under 18 beside 10 to 19), so an area is read as how many are younger than each age at which some band begins: all differences of
 * these are known once enough of them are.
 */
import { type AgeBand, type Sex, sexes } from '../../age-and-sex.ts'
import type { DividedArea, Division, Known } from './division.ts'

/** Whom an indicator counts; without sex men and women, without ages all. */
export type Counted = {
  readonly indicator: string
  readonly sex?: Sex | undefined
  readonly ages?: AgeBand | undefined
}

const everybody = 'all'
type Who = Sex | typeof everybody

/** The division that these indicators are columns of, all of them parts of `total`. */
export function ageAndSexDivision(total: string, parts: readonly Counted[]): Division {
  const columns = [{ indicator: total }, ...parts].map(({ indicator, sex, ages }: Counted) => ({
    indicator,
    who: sex ?? (everybody as Who),
    from: ages?.from ?? 0,
    until: ages?.to === undefined ? Number.POSITIVE_INFINITY : ages.to + 1,
  }))
  const limits = [
    ...new Set([0, Number.POSITIVE_INFINITY, ...columns.flatMap((one) => [one.from, one.until])]),
  ].toSorted((a, b) => a - b)
  const places = columns.map((one) => ({ ...one, first: limits.indexOf(one.from), end: limits.indexOf(one.until) }))
  const leaves = limits.slice(0, -1).map((from) => `from ${from}`)
  const whose = columns.some(({ who }) => who !== everybody) ? sexes : []
  const bandOf = ({ first, end }: Pick<Place, 'first' | 'end'>) =>
    end === first + 1 ? (leaves[first] ?? '') : `${first} ${end}`
  const spans = new Map([{ first: 0, end: leaves.length }, ...places].map((one) => [bandOf(one), one]))
  const within = (leaf: number) =>
    [...spans].flatMap(([id, { first, end }]) => (id !== leaves[leaf] && first <= leaf && leaf < end ? [id] : []))
  const whole = bandOf({ first: 0, end: leaves.length })
  return {
    whole: total,
    dimensions: [
      { id: 'sex', categories: [...whose.map((id) => ({ id, within: [everybody] })), { id: everybody }] },
      {
        id: 'age',
        categories: [
          ...leaves.map((id, leaf) => ({ id, within: within(leaf) })),
          ...[...spans.keys()].filter((id) => !leaves.includes(id)).map((id) => ({ id })),
        ],
      },
    ],
    columns: new Map(places.map((one) => [one.indicator, [one.who, bandOf(one)]])),
    derived: [...leaves.map((leaf) => [everybody, leaf]), ...whose.map((sex) => [sex, whole])],
    cellsOf: (known) => cellsOf(known, places, leaves, whose),
  }
}

type Place = { readonly indicator: string; readonly who: Who; readonly first: number; readonly end: number }

/** How many are younger than each limit; `undefined` while nobody knows. */
type Younger = Record<Who, (number | undefined)[]>

function cellsOf(
  known: Known,
  places: readonly Place[],
  leaves: readonly string[],
  whose: readonly Sex[],
): DividedArea | undefined {
  const blank = () => [0, ...leaves.map(() => undefined)]
  const younger: Younger = {
    all: blank(),
    men: blank(),
    women: whose.length > 0 ? blank() : [0, ...leaves.map(() => 0)],
  }
  const figures = places.flatMap((place) => {
    const value = known.get(place.indicator)
    return value === undefined ? [] : [{ ...place, value }]
  })
  if (!concluded(younger, figures)) return undefined
  const isWhole = places.every(
    ({ who, first, end }) => younger[who][first] !== undefined && younger[who][end] !== undefined,
  )
  guess(younger)
  const cells = (whose.length > 0 ? whose : (['men'] as const)).flatMap((sex) =>
    leaves.map((leaf, k) => ({
      at: [whose.length > 0 ? sex : everybody, leaf],
      value: (younger[sex][k + 1] ?? 0) - (younger[sex][k] ?? 0),
    })),
  )
  return cells.some(({ value }) => value < 0) ? undefined : { cells, isWhole }
}

/** Draws every conclusion there is: from a band and one of its ends the other, from two of men, women and all the third. Says if all agrees. */
function concluded(younger: Younger, figures: readonly (Place & { readonly value: number })[]): boolean {
  let isNew = true
  const learn = (who: Who, at: number, value: number) => {
    if (younger[who][at] === undefined) isNew = true
    else return younger[who][at] === value
    younger[who][at] = value
    return true
  }
  while (isNew) {
    isNew = false
    for (const { who, first, end, value } of figures) {
      const [before, after] = [younger[who][first], younger[who][end]]
      if (before !== undefined && !learn(who, end, before + value)) return false
      if (before === undefined && after !== undefined && !learn(who, first, after - value)) return false
    }
    for (const at of younger.all.keys()) {
      const [all, men, women] = [younger.all[at], younger.men[at], younger.women[at]]
      if (men !== undefined && women !== undefined && !learn(everybody, at, men + women)) return false
      if (all !== undefined && men !== undefined && !learn('women', at, all - men)) return false
      if (all !== undefined && women !== undefined && !learn('men', at, all - women)) return false
    }
  }
  return true
}

/** Fills in what nobody knows, between what is known: as many men as their part in the people between. */
function guess(younger: Younger): void {
  for (const at of younger.all.keys()) {
    const known = { all: younger.all[at], men: younger.men[at], women: younger.women[at] }
    if (known.men !== undefined && known.women !== undefined) continue
    const [men, women] = [younger.men[at - 1] ?? 0, younger.women[at - 1] ?? 0]
    const [mostMen, mostWomen] = [next(younger.men, at), next(younger.women, at)]
    if (known.all === undefined) {
      younger.men[at] = known.men ?? men
      younger.women[at] = known.women ?? women
    } else {
      const [least, most] = [Math.max(men, known.all - mostWomen), Math.min(mostMen, known.all - women)]
      const share = Number.isFinite(mostMen + mostWomen)
        ? (mostMen - men) / (mostMen - men + mostWomen - women || 1)
        : 0.5
      const likely = Math.round(men + (known.all - men - women) * share)
      younger.men[at] = Math.min(Math.max(likely, least), most)
      younger.women[at] = known.all - younger.men[at]
    }
    younger.all[at] = younger.men[at] + (younger.women[at] ?? 0)
  }
}

const next = (counts: readonly (number | undefined)[], at: number) =>
  counts.slice(at).find((one) => one !== undefined) ?? Number.POSITIVE_INFINITY
