/**
 * Counts of the same people under several names: an indicator that the catalogue says is another one (`sameAs`), and a year that one
 * publisher calls by its year and another by its first day. They are put side by side as if two publishers had counted.
 */
import { catalogueIndicator } from '../../catalogue.ts'
import { figureKey, type RawFigure } from '../raw-figure.ts'
import { countsOf, isShare } from '../shown-figures.ts'
import type { FiguresInView } from './laid-out.ts'

/** The same views with one name for the same people; where a view has them twice, a view for each. */
export function underOneName(views: readonly FiguresInView[]): readonly FiguresInView[] {
  return views.flatMap(({ figures, divisions }) => {
    const named = [...Map.groupBy(figures.map(renamed), figureKey).values()]
    const times = Math.max(1, ...named.map((same) => same.length))
    return Array.from({ length: times }, (_, k) => ({
      figures: named.flatMap((same) => same[Math.min(k, same.length - 1)] ?? []),
      divisions,
    }))
  })
}

/**
 * For keys of figures under one name those of all names that these figures have in the views, themselves among them. What a share is made of has the
 * name of its day as well: who asks whether it is hidden knows no other.
 */
export function underAllNames(views: readonly FiguresInView[]): (key: string) => readonly string[] {
  const names = new Map<string, Set<string>>()
  for (const one of views.flatMap(({ figures }) => figures)) {
    const { indicator, period } = renamed(one)
    if (indicator === one.indicator && period === one.period) continue
    const made = countsOf(indicator).map((count) => [count, count] as const)
    for (const [name, common] of [[one.indicator, indicator] as const, ...made]) {
      const series = seriesOf({ indicator: common, period })
      names.set(series, (names.get(series) ?? new Set()).add(seriesOf({ ...one, indicator: name })))
    }
  }
  return (key) => {
    const [indicator = '', period = '', ...area] = key.split('\t')
    const others = names.get(seriesOf({ indicator, period })) ?? []
    return [key, ...[...others].map((name) => [name, ...area].join('\t'))]
  }
}

/** The year that begins on this day or the next; any other period as it is. */
export function yearBegun(period: string): string {
  const [, year = '', day] = /^([0-9]{4})-(01-01|12-31)$/.exec(period) ?? []
  if (day === undefined) return period
  return day === '01-01' ? year : `${Number(year) + 1}`
}

const seriesOf = ({ indicator, period }: Pick<RawFigure, 'indicator' | 'period'>) => `${indicator}\t${period}`

function renamed(figure: RawFigure): RawFigure {
  const indicator = catalogueIndicator(figure.indicator)?.sameAs ?? figure.indicator
  const period = isOfWhoIsThere(figure) ? yearBegun(figure.period) : figure.period
  return indicator === figure.indicator && period === figure.period ? figure : { ...figure, indicator, period }
}

/** People and households on a day, and shares of them; births of a day are not those of its year. */
const isOfWhoIsThere = (figure: RawFigure) =>
  (figure.kind === 'count' && (figure.unit === 'persons' || figure.unit === 'households')) || isShare(figure)
