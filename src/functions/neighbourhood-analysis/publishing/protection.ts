import { type CountRule, ordinaryCounts, shownShare } from '@meernet/statistics'
import { countedOnce } from './counted-once.ts'
import { type CountBehind, countsBehindShares } from './linked/counts-behind-shares.ts'
import { hiddenTogether } from './linked/hidden-together.ts'
import { type CountsOfAreas, countsOf } from './linked/placed-areas.ts'
import { type PartsOfNeighbourhoods, type WithNeighbourhoods, withNeighbourhoods } from './neighbourhood-sums.ts'
import { areaKey, countsPeople, figureKey, type RawFigure } from './raw-figure.ts'
import { isShare, type Protection, partOfShare } from './shown-figures.ts'
import { broughtUpTo, placeOf, type ToldByPeriod, type ToldTable, toldAfter } from './told/told-table.ts'

/** What protects published figures of a municipality: all areas at once. */
export type ProtectionNeeds = {
  /** Figures of indicators that tell of each other, all areas and periods of them, each with the municipality it is within. */
  readonly figures: readonly RawFigure[]
  readonly divisions: readonly PartsOfNeighbourhoods[]
  /** How many people an area has, by `areaKey` and period; of another period when that one is not known. */
  readonly peopleIn: (area: string, period: string) => number | undefined
  /** What readers could ever see of these indicators, by period. */
  readonly told?: ToldByPeriod
}

/** What is hidden, and all that was told once the rest is. */
export type ProtectionAndTold = Protection & { readonly told: ToldByPeriod }

/**
 * What of these figures is hidden, or told in tens, wherever they are shown, beside all that was told before. Published figures: 1–4
 * (P13).
 */
export function protectionOf({ figures, divisions, peopleIn, told = new Map() }: ProtectionNeeds): ProtectionAndTold {
  const shares = figures.filter(isShare)
  const counts = countsAmong(figures)
  const behind = countsBehindShares(shares, counts)
  const hidden = new Set<string>()
  const inTens = new Set<string>()
  const toldNow = new Map(told)
  for (const [period, placed] of placedByPeriod([...counts, ...behind.map(({ count }) => count)], divisions)) {
    for (const once of countedOnce(placed.flatMap((one) => one.figures))) {
      const answer = hiddenBeside(once, toldNow.get(period) ?? [])
      for (const key of answer.hidden) hidden.add(key)
      toldNow.set(period, answer.told)
    }
    for (const key of placed.flatMap((one) => estimatesWithHidden(one, hidden))) inTens.add(key)
  }
  // An estimate can be told in tens, its share cannot.
  for (const key of sharesOf(behind, [...hidden, ...inTens])) hidden.add(key)
  for (const figure of figures)
    if (tellsOfFew(figure, peopleIn(areaKey(figure.area), figure.period), ordinaryCounts)) hidden.add(figureKey(figure))
  return { hidden, inTens, told: toldNow }
}

/** Counts of each period that are protected together, with those of these neighbourhoods among them. */
export function tablesIn(
  figures: readonly RawFigure[],
  divisions: readonly PartsOfNeighbourhoods[],
): ReadonlyMap<string, readonly CountsOfAreas[]> {
  const counts = countsAmong(figures)
  const behind = countsBehindShares(figures.filter(isShare), counts).map(({ count }) => count)
  const placed = placedByPeriod([...counts, ...behind], divisions)
  return new Map(
    [...placed].map(([period, own]) => [period, countedOnce(own.flatMap((one) => one.figures)).map(countsOf)]),
  )
}

/** What was ever told once these figures are out as well, other than those hidden on any page. */
export function toldWith(
  told: ToldByPeriod,
  tables: ReadonlyMap<string, readonly CountsOfAreas[]>,
  hidden: ReadonlySet<string>,
): ToldByPeriod {
  const now = new Map(told)
  for (const [period, own] of tables)
    for (const table of own) {
      const known = now.get(period) ?? []
      const place = placeOf(known, table)
      const isHidden = (indicator: string, area: string) => hidden.has(`${indicator}\t${period}\t${area}`)
      const after = toldAfter(known[place], table, isHidden)
      now.set(period, place < 0 ? [...known, after] : known.with(place, after))
    }
  return now
}

function placedByPeriod(counts: readonly RawFigure[], divisions: readonly PartsOfNeighbourhoods[]) {
  const ofPeriods = Map.groupBy(counts, ({ period }) => period)
  return new Map(
    [...ofPeriods].map(([period, own]) => {
      const groups = Map.groupBy(own, ({ indicator }) => indicator).values()
      return [period, [...groups].map((group) => withNeighbourhoods(group, divisions))] as const
    }),
  )
}

/** What is hidden of counts of one period, and what was told of that period once the others are shown. */
function hiddenBeside(figures: readonly RawFigure[], told: readonly ToldTable[]) {
  const today = countsOf(figures)
  const place = placeOf(told, today)
  const near = told.flatMap((table, k) =>
    k === place ? broughtUpTo(today, table) : isOfSameAreas(table, today) ? table : [],
  )
  const hidden = hiddenTogether(figures, { rule: ordinaryCounts, told: near })
  const period = figures[0]?.period ?? ''
  const isHidden = (indicator: string, area: string) => hidden.has(`${indicator}\t${period}\t${area}`)
  const after = toldAfter(told[place], today, isHidden)
  return { hidden, told: place < 0 ? [...told, after] : told.with(place, after) }
}

/** Whether two tables have areas in common other than the municipality they lie in. */
function isOfSameAreas(one: CountsOfAreas, other: CountsOfAreas): boolean {
  const areasOf = ({ counts }: CountsOfAreas) => new Set([...counts.values()].flatMap((areas) => [...areas.keys()]))
  const own = areasOf(one)
  const shared = [...areasOf(other)].filter((area) => own.has(area))
  return shared.some((area) => !area.startsWith('municipality ')) || shared.length === own.size
}

/** Estimates that have a hidden part in them. */
function estimatesWithHidden({ figures: [sample], estimated }: WithNeighbourhoods, hidden: ReadonlySet<string>) {
  if (!sample) return []
  const isHidden = (area: string) => hidden.has(`${sample.indicator}\t${sample.period}\t${area}`)
  return [...estimated].flatMap(([neighbourhoodId, parts]) =>
    parts.some(isHidden) ? [figureKey({ ...sample, area: { neighbourhoodId } })] : [],
  )
}

/** The shares that would tell these counts, of areas and of neighbourhoods put together of them. */
function sharesOf(behind: readonly CountBehind[], counts: readonly string[]): readonly string[] {
  const toldBy = Map.groupBy(behind, ({ count }) => count.indicator)
  return counts.flatMap((key) => {
    const [part = '', ...place] = key.split('\t')
    const shares = new Set(toldBy.get(part)?.map(({ share }) => share))
    return [...shares].map((share) => [share, ...place].join('\t'))
  })
}

/** Counts, and figures of which the publisher does not say what they are when all of them are whole numbers. */
function countsAmong(figures: readonly RawFigure[]): readonly RawFigure[] {
  const isWhole = ({ value }: RawFigure) => typeof value !== 'number' || Number.isInteger(value)
  const unstated = Map.groupBy(
    figures.filter(({ kind }) => kind === 'unstated'),
    ({ indicator }) => indicator,
  )
  const whole = [...unstated.values()].filter((own) => own.every(isWhole)).flat()
  return [...figures, ...whole.map((one) => ({ ...one, kind: 'count' as const }))].filter(countsPeople)
}

/** A share of an area of fewer than twenty people is one of fewer, whatever it is a share of; the income of one to four people is theirs. */
function tellsOfFew(figure: RawFigure, people: number | undefined, rule: CountRule): boolean {
  if (typeof figure.value !== 'number') return false
  if (isOfMoney(figure)) return people !== undefined && people > 0 && people < rule.hideBelow
  if (!isShare(figure)) return false
  if (people !== undefined && shownShare(people, people, rule).kind === 'tooFewPeople') return true
  if (typeof figure.denominator !== 'number') return false
  return shownShare(partOfShare(figure.value, figure), figure.denominator, rule).kind !== 'percent'
}

const isOfMoney = ({ kind }: RawFigure) => kind === 'amount' || kind === 'mean' || kind === 'median'
