import { comparedWith, type Interval, isKnown, rateInterval, shareInterval } from '@meernet/statistics'
import { hidesSomeOf, hidesWeight, hidesWholeOf } from '../publishing/hidden-around.ts'
import { areaKey, type FigureArea, type RawFigure } from '../publishing/raw-figure.ts'
import type { ShownFigure } from '../publishing/shown-figure.ts'
import { type Protection, shownFigures } from '../publishing/shown-figures.ts'
import type { AggregatedFigure, Way } from './aggregation/asked-figure.ts'
import { type IndicatorDefinition, perOne } from './definition.ts'
import { type Beside, beside, type RawLine } from './figure-line.ts'

/** A figure that readers may see, and how it came about. */
export type ToldFigure = {
  readonly shown: ShownFigure
  readonly way: Way
  /** Between which two a median lies when it cannot be told. */
  readonly between?: readonly [number, number] | undefined
  readonly datasetIds: readonly string[]
}

/** One indicator of one area as readers may see it. */
export type FigureLine = {
  readonly place: FigureArea
  readonly definition: IndicatorDefinition
  readonly period: string
  readonly own: ToldFigure
  readonly beside: Readonly<Partial<Record<Beside, ToldFigure>>>
  /** Between which two the figure would lie by chance alone, where it is known of how many it is; in its own unit. */
  readonly interval?: Interval | undefined
  /** How it stands to the municipality, or to the region where that is not known: only when chance seldom makes the difference. */
  readonly compared?: { readonly to: Beside; readonly said: 'higher' | 'lower' | 'notClearlyDifferent' } | undefined
  readonly trend: readonly TrendPoint[]
}
export type TrendPoint = {
  readonly period: string
  readonly own?: ToldFigure | undefined
  readonly municipality?: ToldFigure | undefined
  readonly interval?: Interval | undefined
}

/** The lines as readers may see them, in the same order: small counts hidden, and with them whatever would tell of them. */
export function shownLines(lines: readonly RawLine[], protection: Protection): readonly FigureLine[] {
  const told = toldFigures(
    lines.flatMap(({ place, definition, period, own, beside: others, trend }) => [
      { definition, period, figure: own, area: place },
      ...beside.map((whole) => ({ definition, period, figure: others[whole], area: placeOf(whole) })),
      ...trend.flatMap((point) => [
        { definition, period: point.period, figure: point.own, area: place },
        { definition, period: point.period, figure: point.municipality, area: placeOf('municipality') },
      ]),
    ]),
    protection,
  )
  const hidesWhole = hidesWholeOf(protection)
  return lines.flatMap((line) => lineOf(line, told, hidesWhole) ?? [])
}

function lineOf(
  line: RawLine,
  told: (figure: AggregatedFigure | undefined) => ToldFigure | undefined,
  hidesWhole: (indicator: string, area: string) => boolean,
): FigureLine | undefined {
  const { definition, period } = line
  const own = told(line.own)
  if (!own) return undefined
  const besides = beside.flatMap((whole) => {
    const figure = told(line.beside[whole])
    return figure ? [[whole, figure] as const] : []
  })
  const interval = intervalOf(definition, line.own, own.shown)
  const maySayHowSure = !hidesWhole(definition.key, areaKey(line.own.at ?? line.place))
  return {
    place: line.place,
    definition,
    period,
    own,
    beside: Object.fromEntries(besides),
    interval: maySayHowSure ? interval : undefined,
    compared: interval && comparison(interval, besides),
    trend: line.trend.map((point): TrendPoint => {
      const figure = told(point.own)
      return {
        period: point.period,
        own: figure,
        municipality: told(point.municipality),
        interval: maySayHowSure ? point.own && figure && intervalOf(definition, point.own, figure.shown) : undefined,
      }
    }),
  }
}

type Placed = {
  readonly definition: IndicatorDefinition
  readonly period: string
  readonly figure: AggregatedFigure | undefined
  readonly area: FigureArea
}

/** All figures through the one door at once; afterwards found by what they were. */
export function toldFigures(placed: readonly Placed[], protection: Protection) {
  const present = placed.flatMap(({ figure, ...place }) => (figure ? [{ ...place, figure }] : []))
  const shown = shownFigures(present.map(rawFigureOf), { protection })
  const hidesSome = hidesSomeOf(protection)
  const told = new Map(
    present.flatMap(({ figure, definition, period }, at) => {
      const one = shown[at]
      const { way, datasetIds } = figure
      const isUntold = hidesSome(definition.key, period) || hidesWeight(protection, figure.weighedBy)
      const between = isUntold ? undefined : figure.between
      return one ? [[figure, { way, between, datasetIds, shown: one }] as const] : []
    }),
  )
  return (figure: AggregatedFigure | undefined): ToldFigure | undefined => figure && told.get(figure)
}

function rawFigureOf({ definition, period, figure, area }: Placed & { readonly figure: AggregatedFigure }): RawFigure {
  const { value, quality, numerator, denominator, weighedBy, at } = figure
  return {
    indicator: definition.key,
    kind: definition.kind,
    unit: definition.unit,
    area: at ?? area,
    period,
    value,
    quality,
    ...(numerator !== undefined && { numerator }),
    ...(denominator !== undefined && { denominator }),
    ...(weighedBy !== undefined && { weighedBy }),
  }
}

const placeOf = (level: Beside): FigureArea => ({ level, edition: '', code: '' })

/** How sure a share or rate is, from the count behind it; nothing when it is not known of how many it is. */
function intervalOf(
  { kind, unit, parts }: IndicatorDefinition,
  { numerator, denominator }: AggregatedFigure,
  { value }: ShownFigure,
): Interval | undefined {
  const isAsked = (kind === 'share' || kind === 'rate') && isKnown(value) && denominator !== undefined
  const per = parts?.per ?? perOne[unit]
  if (!isAsked || !isKnown(denominator) || per === undefined) return undefined
  const count = numerator !== undefined && isKnown(numerator) ? numerator : Math.round((value / per) * denominator)
  if (kind === 'rate') return rateInterval(count, denominator, per) ?? undefined
  const interval = shareInterval(count, Math.round(denominator))
  return interval ? { low: interval.low * per, high: interval.high * per } : undefined
}

/** With the nearest whole of which a number is known, or limits; then it has to lie outside both of them. */
function comparison(interval: Interval, besides: readonly (readonly [Beside, ToldFigure])[]): FigureLine['compared'] {
  for (const [to, { shown, between }] of besides) {
    const limits = isKnown(shown.value) ? [shown.value, shown.value] : between
    const [low, high] = limits ?? []
    if (low === undefined || high === undefined) continue
    const [beforeLow, beforeHigh] = [comparedWith(low, interval), comparedWith(high, interval)]
    return { to, said: beforeLow === beforeHigh ? beforeLow : 'notClearlyDifferent' }
  }
  return undefined
}

/** The files from which a line comes. */
export const datasetsOf = ({ own, beside: others, trend }: FigureLine): readonly string[] =>
  [own, ...Object.values(others), ...trend.map((point) => point.own)].flatMap((figure) => figure?.datasetIds ?? [])
