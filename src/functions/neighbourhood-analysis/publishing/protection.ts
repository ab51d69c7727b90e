import { type CountRule, ordinaryCounts, shownShare } from '@meernet/statistics'
import { type PartsOfNeighbourhoods, withNeighbourhoods } from './neighbourhood-sums.ts'
import { areaKey, countsPeople, figureKey, type RawFigure } from './raw-figure.ts'
import { hiddenFigures, type Protection, partOfShare } from './shown-figures.ts'

/** What protects published figures of a municipality: all areas at once. */
export type ProtectionNeeds = {
  /** Figures of some indicators, all areas and periods of them, each with the municipality it is within. */
  readonly figures: readonly RawFigure[]
  readonly divisions: readonly PartsOfNeighbourhoods[]
  /** How many people an area has, by `areaKey` and period; of another period when that one is not known. */
  readonly peopleIn: (area: string, period: string) => number | undefined
}

/** What of these figures is hidden, or told in tens, wherever they are shown. Published figures: 1–4 (P13). */
export function protectionOf({ figures, divisions, peopleIn }: ProtectionNeeds): Protection {
  const groups = Map.groupBy(countsAmong(figures), ({ indicator, period }) => `${indicator}\t${period}`)
  const hidden = new Set<string>()
  const inTens = new Set<string>()
  for (const group of groups.values()) {
    const [sample] = group
    const all = withNeighbourhoods(group, divisions)
    for (const key of hiddenFigures(all.figures, ordinaryCounts)) hidden.add(key)
    for (const [neighbourhoodId, parts] of all.estimated) {
      if (!sample) continue
      const hasHidden = parts.some((part) => hidden.has(`${sample.indicator}\t${sample.period}\t${part}`))
      if (hasHidden) inTens.add(figureKey({ ...sample, area: { neighbourhoodId } }))
    }
  }
  for (const figure of figures)
    if (figure.kind === 'share' && tellsOfFew(figure, peopleIn(areaKey(figure.area), figure.period), ordinaryCounts))
      hidden.add(figureKey(figure))
  return { hidden, inTens }
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

/** A share of an area of fewer than twenty people is one of fewer, whatever it is a share of. */
function tellsOfFew(figure: RawFigure, people: number | undefined, rule: CountRule): boolean {
  if (typeof figure.value !== 'number') return false
  if (people !== undefined && shownShare(people, people, rule).kind === 'tooFewPeople') return true
  if (typeof figure.denominator !== 'number') return false
  return shownShare(partOfShare(figure.value, figure), figure.denominator, rule).kind !== 'percent'
}
