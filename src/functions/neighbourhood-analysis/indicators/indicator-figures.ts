import type { Tx } from '../../../platform/database/transact.ts'
import { atOneMoment, figureProtection } from '../publishing/protection/figure-protection.ts'
import type { IndicatorDefinition } from './definition.ts'
import { type Beside, beside } from './figure-line.ts'
import type { FigureSource } from './figures-in-view-store.ts'
import {
  type AreaInView,
  areasAt,
  type IndicatorView,
  indicatorView,
  levelsIn,
  lineIn,
  periodsAt,
  type ViewLevel,
} from './indicator-view.ts'
import { datasetsOf, type FigureLine, shownLines } from './shown-line.ts'

export type IndicatorAsked = {
  readonly level?: ViewLevel | undefined
  readonly period?: string | undefined
  readonly source?: string | undefined
}

/** One area with its figure; nothing when none is known of it. */
export type AreaWithFigure = Omit<AreaInView, 'area' | 'place'> & { readonly line: FigureLine | undefined }

/** What there is of one indicator: every area of a level, with municipality, region and country; as readers may see it. */
export type IndicatorFigures = {
  readonly definition: IndicatorDefinition
  /** Nothing when there are figures of whole municipalities only. */
  readonly level: ViewLevel | undefined
  readonly levels: readonly ViewLevel[]
  readonly period: string
  /** Newest first. */
  readonly periods: readonly string[]
  readonly source: string | undefined
  readonly sourceChoices: readonly string[]
  /** By name, never by figure; what is not localisable last. */
  readonly areas: readonly AreaWithFigure[]
  readonly wholes: Readonly<Partial<Record<Beside, FigureLine>>>
  readonly sources: readonly FigureSource[]
}

/** The figures of an indicator in a period; nothing when there are none. */
export function indicatorFigures(tx: Tx, key: string, asked: IndicatorAsked): Promise<IndicatorFigures | undefined> {
  return atOneMoment(tx, () => indicatorFiguresNow(tx, key, asked))
}

async function indicatorFiguresNow(tx: Tx, key: string, asked: IndicatorAsked): Promise<IndicatorFigures | undefined> {
  const { view, found } = await viewAsked(tx, key, asked)
  const period = found.periods.find((one) => one === asked.period) ?? found.periods[0]
  if (period === undefined) return undefined
  const hasTrend = found.level === 'neighbourhood'
  const areas = found.areas.map((area) => ({ area, raw: lineIn(view, area, { period, hasTrend }) }))
  const wholes = beside.map((whole) => ({ whole, raw: lineIn(view, wholeIn(view, whole), { period, hasTrend: true }) }))
  const raws = [...areas, ...wholes].flatMap(({ raw }) => raw ?? [])
  const lines = shownLines(raws, await figureProtection(tx, [key]))
  const shown = new Map(raws.map((raw, at) => [raw, lines[at]]))
  const used = new Set(lines.flatMap(datasetsOf))
  const { definition, source, sourceChoices, files } = view
  return {
    ...{ definition, source, sourceChoices, period },
    ...{ level: found.level, levels: levelsIn(view), periods: found.periods },
    areas: areas
      .map(({ area: { area: _, place: __, ...one }, raw }) => ({ ...one, line: raw && shown.get(raw) }))
      .filter(({ line }) => line !== undefined || found.level === 'neighbourhood'),
    wholes: Object.fromEntries(
      wholes.flatMap(({ whole, raw }) => {
        const line = raw && shown.get(raw)
        return line ? [[whole, line]] : []
      }),
    ),
    sources: files.filter(({ id }) => used.has(id)),
  }
}

/** Of whichever publisher has figures at the level that was asked for, the one of the newest first. */
async function viewAsked(tx: Tx, key: string, asked: IndicatorAsked) {
  const view = await indicatorView(tx, key, asked.source)
  const found = await areasWithFigures(tx, view, asked)
  if (asked.source !== undefined || asked.level === undefined || found.level === asked.level) return { view, found }
  for (const source of view.sourceChoices) {
    const other = { ...view, source }
    const there = await areasWithFigures(tx, other, asked)
    if (there.level === asked.level) return { view: other, found: there }
  }
  return { view, found }
}

type Found = {
  readonly level: ViewLevel | undefined
  readonly areas: readonly AreaInView[]
  readonly periods: readonly string[]
}

/** The areas of the level that was asked for, or of the first at which there are figures; none when only wholes have some. */
async function areasWithFigures(tx: Tx, view: IndicatorView, { level: asked }: IndicatorAsked): Promise<Found> {
  const levels = levelsIn(view)
  const wanted = levels.filter((level) => level === asked)
  for (const level of [...wanted, ...levels]) {
    const areas = await areasAt(tx, view, level)
    const periods = periodsAt(view, areas)
    if (periods.length > 0) return { level, areas, periods }
  }
  const wholes = beside.map((whole) => wholeIn(view, whole))
  return { level: undefined, areas: [], periods: periodsAt(view, wholes) }
}

const wholeIn = ({ wholes }: IndicatorView, level: Beside) => ({
  place: { level, edition: '', code: '' },
  area: wholes[level],
})
