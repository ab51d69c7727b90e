import type { Value } from '@meernet/statistics'
import type { AreaKey } from './area-in-parts.ts'

/** A figure as kept, in the unit of its indicator. */
export type KnownFigure = AreaKey & {
  readonly indicator: string
  readonly period: string
  readonly value: Value
  readonly source: string
  readonly datasetId: string
}

/** Figures found by what they are of. Of one indicator, area, period and source there is one. */
export type KnownFigures = {
  readonly at: (indicator: string, area: AreaKey, period: string, source: string) => KnownFigure | undefined
  /** Whether there is a figure of any area of this level and edition. */
  readonly isKnownOf: (
    indicator: string,
    of: Pick<AreaKey, 'level' | 'edition'>,
    period: string,
    source: string,
  ) => boolean
  /** The periods of which an indicator has figures, newest first. */
  readonly periodsOf: (indicator: string) => readonly string[]
  readonly sourcesOf: (indicator: string) => readonly string[]
}

/** Municipalities, regions and the country keep their codes from edition to edition; of the smaller areas the edition counts. */
const keepsItsCode = (level: AreaKey['level']) => ['municipality', 'region', 'country'].includes(level)

export function knownFigures(figures: readonly KnownFigure[]): KnownFigures {
  const byPlace = new Map(
    figures.map((figure) => [keyOf(figure.indicator, figure, figure.period, figure.source), figure]),
  )
  const divisions = new Set(figures.map((figure) => divisionOf(figure.indicator, figure, figure.period, figure.source)))
  const byIndicator = Map.groupBy(figures, ({ indicator }) => indicator)
  const distinct = (of: (figure: KnownFigure) => string) =>
    new Map([...byIndicator].map(([indicator, own]) => [indicator, [...new Set(own.map(of))].toSorted()]))
  const [periods, sources] = [distinct(({ period }) => period), distinct(({ source }) => source)]
  return {
    at: (indicator, area, period, source) => byPlace.get(keyOf(indicator, area, period, source)),
    isKnownOf: (indicator, of, period, source) => divisions.has(divisionOf(indicator, of, period, source)),
    periodsOf: (indicator) => (periods.get(indicator) ?? []).toReversed(),
    sourcesOf: (indicator) => sources.get(indicator) ?? [],
  }
}

const keyOf = (indicator: string, { level, edition, code }: AreaKey, period: string, source: string) =>
  [indicator, level, keepsItsCode(level) ? '' : edition, code, period, source].join('\0')

const divisionOf = (
  indicator: string,
  { level, edition }: Pick<AreaKey, 'level' | 'edition'>,
  period: string,
  source: string,
) => [indicator, level, edition, period, source].join('\0')
