import type { Interval } from '@meernet/statistics'
import type { Texts } from '../../../../platform/messages/index.ts'
import type { Plotted, PlottedInterval } from '../../../../ui/index.ts'
import type { IndicatorDefinition } from '../definition.ts'
import type { FigureLine, ToldFigure, TrendPoint } from '../shown-line.ts'
import { toldWords } from './figure-words.ts'

/** A figure as pictures draw it and people read it. */
export const plotted = (t: Texts, told: ToldFigure, definition: IndicatorDefinition): Plotted => ({
  value: told.shown.value,
  text: toldWords(t, told, definition),
  isApproximate: told.shown.quality === 'approximate',
})

/** The same with the limits between which it probably lies. */
export const plottedWith = (
  t: Texts,
  told: ToldFigure,
  { definition, interval }: { readonly definition: IndicatorDefinition; readonly interval?: Interval | undefined },
): PlottedInterval => ({ ...plotted(t, told, definition), ...interval })

/** One line over the years: of the area itself, or of the municipality beside it. */
export function trendOf(t: Texts, { definition, trend }: FigureLine, whose: 'own' | 'municipality' = 'own') {
  return trend.flatMap((point) => {
    const told = point[whose]
    if (!told) return []
    const at = momentOf(point.period)
    const limits = whose === 'own' ? limitsOf(point) : undefined
    return at === undefined ? [] : [{ at, period: t.period(point.period), ...plotted(t, told, definition), ...limits }]
  })
}

const limitsOf = ({ interval }: TrendPoint) => interval && { low: interval.low, high: interval.high }

/** Where a period stands on an axis of years: its beginning. A quarter counts as its first month, `2022-2023` as 2022. */
export function momentOf(period: string): number | undefined {
  const year = Number(period.slice(0, 4))
  const quarter = /[QT]([1-4])$/.exec(period)?.[1]
  const month = quarter ? (Number(quarter) - 1) * 3 + 1 : Number(/^\d{4}-(\d{2})(?:-\d{2})?$/.exec(period)?.[1] ?? 1)
  return Number.isInteger(year) ? year + (month - 1) / 12 : undefined
}

/** Whether there is a line to draw: two periods at least with a number. */
export const hasLine = (points: readonly Plotted[]): boolean =>
  points.filter(({ value }) => typeof value === 'number').length >= 2
