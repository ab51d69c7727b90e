import { type CountRule, ordinaryCounts, shownShare } from '@meernet/statistics'
import type { CountBehind } from '../linked/counts-behind-shares.ts'
import { hiddenTogether } from '../linked/hidden-together.ts'
import { countOfIncome, countsOfShare } from '../linked/part-of-whole.ts'
import { type CountsOfAreas, countsOf } from '../linked/placed-areas.ts'
import { areaKey, figureKey, isCounted, type RawFigure } from '../raw-figure.ts'
import { isShare, type Protection, partOfShare } from '../shown-figures.ts'
import { broughtUpTo, placeOf, type ToldByPeriod, type ToldTable, toldAfter } from '../told/told-table.ts'
import { amountsAround } from './amounts-around.ts'
import { underAllNames, underOneName } from './counted-alike.ts'
import { estimatesOfShown, estimatesTogether } from './estimates.ts'
import { type FiguresInView, type LaidOut, laidOut, onceCounted, tablesIn } from './laid-out.ts'

/** What is known beside figures that are to be protected. */
export type KnownBeside = {
  /** How many people an area has, by `areaKey` and period; of the nearest one when that one is not known. */
  readonly peopleIn: (area: string, period: string) => number | undefined
  /** What readers could ever see of these indicators, by period. */
  readonly told?: ToldByPeriod
}

/** What protects published figures of a municipality: all areas at once. */
export type ProtectionNeeds = FiguresInView & KnownBeside

/** What is hidden, and all that was told once the rest is. */
export type ProtectionAndTold = Protection & { readonly told: ToldByPeriod }

/** What of these figures is hidden wherever they are shown, beside all that was told before. Published figures: 1–4 (P13). */
export const protectionOf = (needs: ProtectionNeeds): ProtectionAndTold => protectionSideBySide([needs], needs)

/**
 * The same for figures of several publishers, each as readers see them: the same people may be counted in all of these. What one of them hides none
 * shows, so it is told by none.
 */
export function protectionSideBySide(views: readonly FiguresInView[], beside: KnownBeside): ProtectionAndTold {
  const { hidden, estimates, told } = protectionOfAll(underOneName(views), beside)
  const namesOf = underAllNames(views)
  return {
    hidden: new Set([...hidden].flatMap(namesOf)),
    estimates: new Map([...estimates].flatMap(([key, value]) => namesOf(key).map((name) => [name, value] as const))),
    told,
  }
}

function protectionOfAll(
  views: readonly FiguresInView[],
  { peopleIn, told = new Map() }: KnownBeside,
): ProtectionAndTold {
  const hidden = new Set<string>()
  const tables = views.map(laidOut)
  let now = told
  for (const table of tables) {
    const answer = hiddenIn(table, now)
    for (const key of answer.hidden) hidden.add(key)
    now = answer.told
  }
  const placed = tables.flatMap((table) => [...table.placed.values()].flat())
  const estimates = estimatesTogether(placed.map((one) => estimatesOfShown(one, hidden)))
  for (const key of estimates.hidden) hidden.add(key)
  // An estimate can be told of what is shown, its share cannot.
  const untold = [...hidden, ...estimates.values.keys()]
  for (const { behind } of tables) for (const key of sharesOf(behind, untold)) hidden.add(key)
  for (const { figures } of views)
    for (const figure of withWholes(figures))
      if (tellsOfFew(figure, peopleIn(areaKey(figure.area), figure.period), ordinaryCounts))
        hidden.add(figureKey(figure))
  for (const view of views) for (const key of amountsAround(view, hidden)) hidden.add(key)
  const toldAtLast = tables.reduce((all, table) => toldWith(all, tablesIn(table), hidden), told)
  return { hidden, estimates: estimates.values, told: toldAtLast }
}

/** What of the counts of one table is hidden, and what was told of each period once the others are shown. */
function hiddenIn(table: LaidOut, told: ToldByPeriod) {
  const hidden = new Set<string>()
  const now = new Map(told)
  for (const [period, own] of onceCounted(table))
    for (const figures of own) {
      const answer = hiddenBeside(figures, now.get(period) ?? [])
      for (const key of answer.hidden) hidden.add(key)
      now.set(period, answer.told)
    }
  return { hidden, told: now }
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

/** The shares that would tell these counts, of areas and of neighbourhoods put together of them. */
function sharesOf(behind: readonly CountBehind[], counts: readonly string[]): readonly string[] {
  const toldBy = Map.groupBy(behind, ({ count }) => count.indicator)
  const elsewhere = Map.groupBy(
    behind.flatMap(({ count, share, whole, toldAt }) => {
      const key = [share, count.period, toldAt].join('\t')
      return toldAt
        ? [whole, count.indicator].map((indicator) => ({ of: figureKey({ ...count, indicator }), key }))
        : []
    }),
    ({ of }) => of,
  )
  return counts.flatMap((key) => {
    const [part = '', ...place] = key.split('\t')
    const shares = new Set(toldBy.get(part)?.map(({ share }) => share))
    return [
      ...[...shares].map((share) => [share, ...place].join('\t')),
      ...(elsewhere.get(key) ?? []).map((one) => one.key),
    ]
  })
}

/** Shares and incomes with the count that they are of, where it is known: whoever reads one may not have it at hand. */
function withWholes(figures: readonly RawFigure[]): readonly RawFigure[] {
  const counts = new Map(figures.filter(isCounted).map((one) => [figureKey(one), one.value]))
  return figures.map((figure) => {
    const whole = countsOfShare(figure.indicator)?.whole ?? countOfIncome(figure.indicator)
    const denominator = whole === undefined ? undefined : counts.get(figureKey({ ...figure, indicator: whole }))
    return denominator === undefined ? figure : { ...figure, denominator }
  })
}

/**
 * A share of an area of fewer than twenty people is one of fewer, whatever it is a share of; the income of one to four people is theirs, and
 * so is that of one to four declarations: of three, the median and the distance between quartiles tell each.
 */
function tellsOfFew(figure: RawFigure, people: number | undefined, rule: CountRule): boolean {
  if (typeof figure.value !== 'number') return false
  if (isOfMoney(figure)) return [people, figure.denominator].some((count) => isOfFew(count, rule))
  if (!isShare(figure)) return false
  if (people !== undefined && shownShare(people, people, rule).kind === 'tooFewPeople') return true
  if (typeof figure.denominator !== 'number') return false
  return shownShare(partOfShare(figure.value, figure), figure.denominator, rule).kind !== 'percent'
}

const isOfFew = (count: RawFigure['denominator'], { hideBelow }: CountRule) =>
  typeof count === 'number' && count > 0 && count < hideBelow

const isOfMoney = ({ kind, indicator }: RawFigure) =>
  kind === 'amount' || kind === 'mean' || kind === 'median' || countOfIncome(indicator) !== undefined
