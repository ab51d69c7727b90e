import { type CountRule, ordinaryCounts, shownShare, type Value } from '@meernet/statistics'
import { indicatorCatalogue } from '../catalogue.ts'
import { countsOfShare } from './linked/part-of-whole.ts'
import { hiddenAreas } from './protection/area-table.ts'
import { areaKey, countsPeople, figureKey, type RawFigure } from './raw-figure.ts'
import { asShown, type ShownFigure } from './shown-figure.ts'
import type { ToldTable } from './told/told-table.ts'

/**
 * What was found to be hidden in view of all figures of the municipality, by `figureKey`. `estimates`: estimates with something hidden in
 * them, as what readers see makes them.
 */
export type Protection = { readonly hidden: ReadonlySet<string>; readonly estimates: ReadonlyMap<string, number> }

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
  const { hidden, estimates } = protection ?? { hidden: hiddenFigures(raw, rule), estimates: new Map<string, number>() }
  return raw.map((figure) => {
    const key = figureKey(figure)
    if (typeof figure.value !== 'number') return asShown(figure.value, figure.quality)
    const estimate = estimates.get(key)
    const isHidden = hidden.has(key) || isMadeOfHidden(figure, { hidden, estimates })
    if (isHidden || (estimate !== undefined && figure.quality === 'exact')) return asShown('hidden', figure.quality)
    if (estimate === undefined) return asShown(shownValue(figure, rule), figure.quality)
    return asShown(toTens(shownValue({ ...figure, value: estimate }, rule)), figure.quality)
  })
}

/**
 * Whether somebody who sees a share or mean could work out a count that is hidden: one that it is of, or one by which the parts of it
 * were weighed, for the share of two areas tells how many people each has.
 */
function isMadeOfHidden(figure: RawFigure, { hidden, estimates }: Protection): boolean {
  const parts = countsOf(figure.indicator).map((indicator) => figureKey({ ...figure, indicator }))
  return [...parts, ...(figure.weighedBy ?? [])].some((key) => hidden.has(key) || estimates.has(key))
}

/** The counts that a share, rate or mean of the catalogue is made of, as far as they are known by name. */
export function countsOf(indicator: string): readonly string[] {
  const whole = countsOfShare(indicator)?.whole
  return partsOfIndicator.get(indicator) ?? (whole === undefined ? [] : [whole])
}

/** The counts a share of the catalogue is made of. */
const partsOfIndicator = new Map(
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
