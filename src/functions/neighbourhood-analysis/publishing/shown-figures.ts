import { type CountRule, ordinaryCounts, shownShare, type Value } from '@meernet/statistics'
import { indicatorCatalogue } from '../catalogue.ts'
import { hiddenAreas } from './area-table.ts'
import { countsOfShare } from './linked/part-of-whole.ts'
import { areaKey, countsPeople, figureKey, type RawFigure } from './raw-figure.ts'
import { asShown, type ShownFigure } from './shown-figure.ts'
import type { ToldTable } from './told/told-table.ts'

/** What was found to be hidden in view of all figures of the municipality, by `figureKey`; `inTens`: estimates told in tens. */
export type Protection = { readonly hidden: ReadonlySet<string>; readonly inTens: ReadonlySet<string> }

type Wishes = {
  /** `ordinaryCounts` for what others publish, `sensitiveCounts` for our own data. */
  readonly rule?: CountRule
  /** Without it only the figures handed in are looked at together: hand in all areas then, and their sums. */
  readonly protection?: Protection
}

/**
 * The figures as readers may see them (P13), in the same order. Small counts of people are hidden, and others with them so that no
 * subtraction tells; shares of fewer than twenty people or of a small count as well. Why a figure is missing stays as it was.
 */
export function shownFigures(
  raw: readonly RawFigure[],
  { rule = ordinaryCounts, protection }: Wishes = {},
): readonly ShownFigure[] {
  const { hidden, inTens } = protection ?? { hidden: hiddenFigures(raw, rule), inTens: new Set<string>() }
  return raw.map((figure) => {
    const key = figureKey(figure)
    const isHidden = hidden.has(key) || isMadeOfHidden(figure, hidden) || tellsTens(figure, inTens)
    if (isHidden && typeof figure.value === 'number') return asShown('hidden', figure.quality)
    const value = shownValue(figure, rule)
    return asShown(inTens.has(key) ? toTens(value) : value, figure.quality)
  })
}

/** Whether somebody who sees a share could work out a count that is hidden. */
function isMadeOfHidden(figure: RawFigure, hidden: ReadonlySet<string>): boolean {
  const parts = partsOfIndicator.get(figure.indicator) ?? []
  return parts.some((indicator) => hidden.has(figureKey({ ...figure, indicator })))
}

/** Whether a share would tell an estimate to the last, of which only tens may be told. */
const tellsTens = (figure: RawFigure, inTens: ReadonlySet<string>): boolean => {
  const [numerator] = partsOfIndicator.get(figure.indicator) ?? []
  return numerator !== undefined && inTens.has(figureKey({ ...figure, indicator: numerator }))
}

/** The counts a share of the catalogue is made of. */
export const partsOfIndicator = new Map(
  indicatorCatalogue.flatMap(({ key, parts }) => (parts ? [[key, [parts.numerator, parts.denominator]] as const] : [])),
)

/** The figures that have to be hidden when all of these are shown together, beside what was told before. */
export function hiddenFigures(
  raw: readonly RawFigure[],
  rule: CountRule = ordinaryCounts,
  told: readonly ToldTable[] = [],
): ReadonlySet<string> {
  const groups = Map.groupBy(raw.filter(countsPeople), ({ indicator, period }) => `${indicator}\t${period}`)
  const hidden = new Set<string>()
  for (const figures of groups.values()) {
    const areas = hiddenAreas(figures, rule, told)
    for (const figure of figures) if (areas.has(areaKey(figure.area))) hidden.add(figureKey(figure))
  }
  return hidden
}

/** The count behind a share of so many people. */
export const partOfShare = (share: number, { unit, denominator }: Pick<RawFigure, 'unit' | 'denominator'>): number =>
  Math.round((share / wholeOf(unit)) * Number(denominator))

/** What a figure may tell whatever stands beside it. */
function shownValue(figure: RawFigure, rule: CountRule): Value {
  if (typeof figure.value !== 'number') return figure.value
  if (countsPeople(figure) || mayBeCount(figure)) return countOf(figure.value, figure, rule)
  return isShare(figure) ? shareOf(figure.value, figure, rule) : figure.value
}

/** Whether a figure tells which part of a number of people something is: shares, and rates of the catalogue that are of people. */
export const isShare = ({ kind, indicator }: Pick<RawFigure, 'kind' | 'indicator'>): boolean =>
  kind === 'share' || (kind === 'rate' && countsOfShare(indicator) !== undefined)

/** The publisher does not say what it is: a small whole number may be of people. */
const mayBeCount = ({ kind, value, unit }: RawFigure) => kind === 'unstated' && unit !== '%' && Number.isInteger(value)

function countOf(value: number, { quality }: RawFigure, rule: CountRule): Value {
  const people = quality === 'approximate' ? Math.round(value) : value
  return isSmall(people, rule) ? 'hidden' : people
}

/** A share tells its count to whoever knows of how many people it is. */
function shareOf(value: number, figure: RawFigure, rule: CountRule): Value {
  const { numerator, denominator } = figure
  if (numerator === 'hidden' || denominator === 'hidden') return 'hidden'
  if (typeof denominator !== 'number') return value
  const part = typeof numerator === 'number' ? numerator : partOfShare(value, figure)
  return shownShare(part, denominator, rule).kind === 'percent' ? value : 'hidden'
}

const wholeOf = (unit: string) => (unit === '%' ? 100 : unit === '‰' || unit === 'per 1,000' ? 1000 : 1)

const isSmall = (people: number, { hideBelow }: CountRule) => Math.abs(people) > 0 && Math.abs(people) < hideBelow

/** An estimate with a hidden part in it; nothing that tens can tell is left of a small one. */
function toTens(value: Value): Value {
  if (typeof value !== 'number') return value
  const tens = Math.round(value / 10) * 10
  return tens === 0 ? 'hidden' : tens
}
