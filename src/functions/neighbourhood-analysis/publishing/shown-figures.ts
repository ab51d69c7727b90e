import { type CountRule, ordinaryCounts, shownShare, type Value } from '@meernet/statistics'
import { hiddenAreas } from './area-table.ts'
import { areaKey, countsPeople, figureKey, type RawFigure } from './raw-figure.ts'
import { asShown, type ShownFigure } from './shown-figure.ts'

/** Keys of figures (`figureKey`) that are hidden in view of all figures of the municipality, as they were worked out at the import. */
export type HiddenFigures = ReadonlySet<string>

type Wishes = {
  /** `ordinaryCounts` for what others publish, `sensitiveCounts` for our own data. */
  readonly rule?: CountRule
  /** Without it only the figures handed in are looked at together: hand in all areas then, and their sums. */
  readonly hidden?: HiddenFigures
}

/**
 * The figures as readers may see them (P13), in the same order. Small counts of people are hidden, and others with them so that no
 * subtraction tells; shares of fewer than twenty people or of a small count as well. Why a figure is missing stays as it was.
 */
export function shownFigures(
  raw: readonly RawFigure[],
  { rule = ordinaryCounts, hidden = hiddenFigures(raw, rule) }: Wishes = {},
): readonly ShownFigure[] {
  return raw.map((figure) => {
    const value = hidden.has(figureKey(figure)) ? 'hidden' : shownValue(figure, rule)
    return asShown(value, figure.quality)
  })
}

/** The figures that have to be hidden when all of these are shown together. */
export function hiddenFigures(raw: readonly RawFigure[], rule: CountRule = ordinaryCounts): HiddenFigures {
  const counts = raw.filter(countsPeople)
  const groups = Map.groupBy(counts, ({ indicator, period }) => `${indicator}\t${period}`)
  const hidden = new Set<string>()
  for (const figures of groups.values()) {
    const areas = hiddenAreas(figures, rule)
    for (const figure of figures) if (areas.has(areaKey(figure.area))) hidden.add(figureKey(figure))
  }
  return hidden
}

/** What a figure may tell whatever stands beside it. */
function shownValue(figure: RawFigure, rule: CountRule): Value {
  if (typeof figure.value !== 'number') return figure.value
  if (countsPeople(figure)) return countOf(figure.value, figure, rule)
  if (figure.kind === 'share') return shareOf(figure.value, figure, rule)
  return figure.value
}

function countOf(value: number, { quality }: RawFigure, rule: CountRule): Value {
  const people = quality === 'approximate' ? Math.round(value) : value
  return isSmall(people, rule) ? 'hidden' : people
}

/** A share tells its count to whoever knows of how many people it is. */
function shareOf(value: number, { numerator, denominator, unit }: RawFigure, rule: CountRule): Value {
  if (typeof denominator !== 'number') return numerator === 'hidden' ? 'hidden' : value
  if (numerator === 'hidden') return 'hidden'
  const part = typeof numerator === 'number' ? numerator : Math.round((value / wholeOf(unit)) * denominator)
  return shownShare(part, denominator, rule).kind === 'percent' ? value : 'hidden'
}

const wholeOf = (unit: string) => (unit === '%' ? 100 : unit === '‰' || unit === 'per 1,000' ? 1000 : 1)

const isSmall = (people: number, { hideBelow }: CountRule) => Math.abs(people) > 0 && Math.abs(people) < hideBelow
