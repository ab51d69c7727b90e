import type { Texts } from '../../../../platform/messages/index.ts'
import type { Plotted } from '../../../../ui/index.ts'
import { ageName, type PyramidAge, partOfShown, pyramidOf } from '../../indicators/age-bands.ts'
import { hasLine, momentOf } from '../../indicators/views/plotted.ts'
import { keyFigures, type ReportArea, type ReportFigure } from '../contents/contents.ts'
import { figureWords, plotted } from './figure-words.ts'

/** Ages of men and women of one area in one period, youngest first, each as a part of all inhabitants. */
export type ReportPyramid = {
  readonly period: string
  readonly sourceIds: readonly string[]
  readonly bands: readonly AgeBars[]
}

export type AgeBars = {
  readonly key: string
  readonly name: string
  readonly left: Plotted
  readonly right: Plotted
  /** Of the municipality; nothing for the municipality itself. */
  readonly leftBeside: Plotted | undefined
  readonly rightBeside: Plotted | undefined
}

/** The ages in a report of an area; nothing where they are not known of the same period as the inhabitants. */
export function pyramidIn(t: Texts, figures: readonly ReportFigure[], { id }: ReportArea): ReportPyramid | undefined {
  const own = figures.filter(({ areaId }) => areaId === id)
  const population = own.find(({ indicator }) => indicator === 'population')
  const ages = pyramidOf(
    own.map((figure) => ({ definition: { key: figure.indicator }, period: figure.period, figure })),
  )
  if (!population || !ages || ages[0]?.men.period !== population.period) return undefined
  return {
    period: population.period,
    sourceIds: [...new Set(ages.flatMap(({ men, women }) => [...men.figure.sourceIds, ...women.figure.sourceIds]))],
    bands: ages.map((age) => barsOf(t, age, population)),
  }
}

type Aged = PyramidAge<{ readonly figure: ReportFigure }>

function barsOf(t: Texts, { from, to, men, women }: Aged, population: ReportFigure): AgeBars {
  const own = ({ figure }: Aged['men']): Plotted => ({
    value: partOfShown({ shown: figure.own }, { shown: population.own }),
    text: figureWords(t, figure.own, figure.unit),
  })
  const beside = ({ figure }: Aged['men']): Plotted | undefined =>
    figure.municipality && population.municipality
      ? {
          value: partOfShown({ shown: figure.municipality }, { shown: population.municipality }),
          text: figureWords(t, figure.municipality, figure.unit),
        }
      : undefined
  return {
    ...{ key: String(from), name: ageName({ from, to }) },
    ...{ left: own(men), right: own(women), leftBeside: beside(men), rightBeside: beside(women) },
  }
}

/** A figure over the years, with the municipality where both can stand on one scale. */
export type ReportTrend = {
  readonly figure: ReportFigure
  readonly own: readonly TrendPoint[]
  readonly beside: readonly TrendPoint[]
}
type TrendPoint = Plotted & { readonly at: number; readonly period: string }

/** So many figures over the years: a page that is read, not a drawer of charts. */
const mostTrends = 4

/** The key figures of an area that are known of two periods at least. */
export function trendsIn(
  t: Texts,
  contents: Parameters<typeof keyFigures>[0],
  { id }: ReportArea,
): readonly ReportTrend[] {
  return keyFigures(contents)
    .filter(({ areaId }) => areaId === id)
    .map((figure): ReportTrend => {
      const beside = figure.kind === 'count' ? [] : pointsOf(t, figure, 'municipality')
      return { figure, own: pointsOf(t, figure, 'shown'), beside: hasLine(beside) ? beside : [] }
    })
    .filter(({ own }) => hasLine(own))
    .slice(0, mostTrends)
}

function pointsOf(t: Texts, { trend, unit }: ReportFigure, whose: 'shown' | 'municipality'): readonly TrendPoint[] {
  return trend.flatMap((point) => {
    const shown = point[whose]
    const at = momentOf(point.period)
    return shown && at !== undefined ? [{ at, period: point.period, ...plotted(t, shown, unit) }] : []
  })
}
