/**
 * One indicator of one area: its figure beside those of municipality, region and country, and over the years. Raw until
 * `shownLines` has looked at small counts.
 */

import type { FigureArea } from '../publishing/raw-figure.ts'
import type { AreaInParts } from './aggregation/area-in-parts.ts'
import type { AggregatedFigure } from './aggregation/asked-figure.ts'
import type { FigureOf } from './aggregation/figures-once.ts'
import type { KnownFigures } from './aggregation/known-figures.ts'
import type { IndicatorDefinition } from './definition.ts'
import type { Wholes } from './figures-in-view.ts'

/** With what an area is compared, nearest first. */
export const beside = ['municipality', 'region', 'country'] as const
export type Beside = (typeof beside)[number]

export type RawLine = {
  /** Whose figure it is. */
  readonly place: FigureArea
  readonly definition: IndicatorDefinition
  readonly period: string
  readonly own: AggregatedFigure
  readonly beside: Readonly<Partial<Record<Beside, AggregatedFigure>>>
  /** Earlier periods and this one, oldest first, of the same source. */
  readonly trend: readonly RawTrendPoint[]
}
export type RawTrendPoint = {
  readonly period: string
  readonly own: AggregatedFigure | undefined
  readonly municipality: AggregatedFigure | undefined
}

export type LineAsked = {
  readonly place: FigureArea
  readonly definition: IndicatorDefinition
  readonly area: AreaInParts
  readonly wholes: Wholes
  /** Only figures of these; of whichever are known when left out. */
  readonly sources?: readonly string[] | undefined
  /** The newest of which anything is known of the area, unless another is asked for. */
  readonly period?: string | undefined
  /** Whether earlier periods are wanted as well; they are unless said otherwise. */
  readonly hasTrend?: boolean | undefined
}

/** Nothing when no figure of this indicator is known of the area. */
export function rawLine(
  { place, definition, area, wholes, period: asked, sources: from, hasTrend = true }: LineAsked,
  known: KnownFigures,
  figuresOf: FigureOf,
): RawLine | undefined {
  const figureOf = (of: AreaInParts, period: string, sources?: readonly string[]) =>
    figuresOf({ definition, area: of, period, sources })
  const periods = asked === undefined ? periodsOf(definition, known) : [asked]
  for (const period of periods) {
    const own = figureOf(area, period, from)
    if (!own) continue
    const { sources } = own
    const besides = beside.map((whole) => [whole, figureOf(wholes[whole], period, sources)] as const)
    const points = hasTrend ? periodsOf(definition, known).toReversed() : []
    const owns = withoutLeaps(points.map((point) => figureOf(area, point, sources)))
    const municipalities = withoutLeaps(points.map((point) => figureOf(wholes.municipality, point, sources)))
    const trend = points.map((point, at) => ({ period: point, own: owns[at], municipality: municipalities[at] }))
    return {
      place,
      definition,
      period,
      own,
      beside: Object.fromEntries(besides.filter(([, figure]) => figure !== undefined)),
      trend: trend.filter((point) => point.own !== undefined),
    }
  }
  return undefined
}

/** Between two figures of an area, what is known of others but not of it is unknown: a line may not leap over it. */
function withoutLeaps(figures: readonly (AggregatedFigure | undefined)[]): readonly (AggregatedFigure | undefined)[] {
  const isThere = (figure: AggregatedFigure | undefined) => figure !== undefined
  const [first, last] = [figures.findIndex(isThere), figures.findLastIndex(isThere)]
  return figures.map((figure, at) => figure ?? (at > first && at < last ? { ...notKnown } : undefined))
}

const notKnown: AggregatedFigure = { value: 'unknown', quality: 'exact', way: 'published', sources: [], datasetIds: [] }

/** The periods in which there may be a figure, newest first: those of the indicator itself or of what it is made of. */
export function periodsOf({ key, parts }: IndicatorDefinition, known: KnownFigures): readonly string[] {
  const ofParts = parts ? known.periodsOf(parts.numerator) : []
  return [...new Set([...known.periodsOf(key), ...ofParts])].toSorted().toReversed()
}
