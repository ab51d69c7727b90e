import type { Tx } from '../../../platform/database/transact.ts'
import { municipalityById } from '../../../registers/municipalities/index.ts'
import { neighbourhoodsOf } from '../../../registers/places/index.ts'
import type { FigureArea } from '../publishing/raw-figure.ts'
import type { AreaInParts } from './aggregation/area-in-parts.ts'
import { type FigureOf, figuresOnce } from './aggregation/figures-once.ts'
import type { KnownFigures } from './aggregation/known-figures.ts'
import type { IndicatorDefinition } from './definition.ts'
import { periodsOf, type RawLine, rawLine } from './figure-line.ts'
import { definitionsIn, knownIn, type Wholes, wholesOf } from './figures-in-view.ts'
import {
  type Coverage,
  coverageOf,
  type FigureInView,
  type FigureSource,
  figureSources,
  figuresOfIndicators,
} from './figures-in-view-store.ts'
import { neighbourhoodAreas } from './neighbourhood-areas.ts'

/** Areas by which an indicator can be looked at: our neighbourhoods, or areas as published. */
export const viewLevels = ['neighbourhood', 'sector', 'district'] as const
export type ViewLevel = (typeof viewLevels)[number]

/** Everything known of one indicator and of what it is made of; raw. */
export type IndicatorView = {
  readonly definition: IndicatorDefinition
  readonly figureOf: FigureOf
  readonly coverage: readonly Coverage[]
  readonly rows: readonly FigureInView[]
  readonly known: KnownFigures
  readonly wholes: Wholes
  readonly files: readonly FigureSource[]
  /** Publishers of whom there are figures, and the one that is looked at: figures of two are never put side by side. */
  readonly sourceChoices: readonly string[]
  readonly source: string | undefined
}

/** All that the page of an indicator shows; `askedSource` chooses among publishers that have it. */
export async function indicatorView(tx: Tx, key: string, askedSource: string | undefined): Promise<IndicatorView> {
  const files = await figureSources(tx)
  const definitions = definitionsIn(files)
  const definition = definitions(key)
  const { parts, weight } = definition
  const needed = [key, parts?.numerator, parts?.denominator, weight].filter((one) => one !== undefined)
  const rows = await figuresOfIndicators(tx, needed)
  const known = knownIn(rows, files, definitions)
  const nisCode = (await municipalityById(tx.db, tx.actor.municipalityId))?.nisCode ?? ''
  const sourceChoices = known.sourcesOf(key)
  const source = sourceChoices.find((one) => one === askedSource) ?? sourceOfNewest(rows, key)
  // Not of what it is only weighted by: that is needed where the indicator itself is.
  const coverage = await coverageOf(tx, parts ? [key, parts.numerator] : [key])
  return {
    definition,
    figureOf: figuresOnce(known, definitions),
    coverage,
    rows,
    known,
    wholes: wholesOf(nisCode, rows),
    files,
    sourceChoices,
    source,
  }
}

const sourceOfNewest = (rows: readonly FigureInView[], key: string) =>
  rows
    .filter(({ indicator, value }) => indicator === key && value !== null)
    .toSorted((one, other) => other.period.localeCompare(one.period))[0]?.source

/** An area in view, as it may be asked for figures. */
export type AreaInView = {
  /** Identifier of a neighbourhood, or level, edition and code of a published area. */
  readonly key: string
  readonly name: string
  readonly code: string | null
  readonly edition: string
  readonly isNotLocalisable: boolean
  readonly place: FigureArea
  readonly area: AreaInParts
}

/** The levels at which there may be figures: ours first, unless they cannot be put together, as medians of sectors. */
export function levelsIn({ coverage, definition }: IndicatorView): readonly ViewLevel[] {
  const published = viewLevels.filter((level) => coverage.some((one) => one.level === level))
  if (published.length === 0) return []
  const isNeverTogether = ['median', 'index', 'unstated'].includes(definition.kind)
  return [...new Set<ViewLevel>(isNeverTogether ? [...published, 'neighbourhood'] : ['neighbourhood', ...published])]
}

/** Our neighbourhoods, or the areas that have figures of the indicator or of what it is made of; by name. */
export async function areasAt(tx: Tx, view: IndicatorView, level: ViewLevel): Promise<readonly AreaInView[]> {
  const areas = level === 'neighbourhood' ? await neighbourhoodsInView(tx, view) : publishedAreas(view, level)
  return areas.toSorted(
    (one, other) =>
      Number(one.isNotLocalisable) - Number(other.isNotLocalisable) || one.name.localeCompare(other.name, 'nl'),
  )
}

async function neighbourhoodsInView(tx: Tx, { coverage }: IndicatorView): Promise<readonly AreaInView[]> {
  const neighbourhoods = await neighbourhoodsOf(tx)
  const areas = await neighbourhoodAreas(tx, neighbourhoods, coverage)
  return neighbourhoods.map(({ id, name, code, edition }) => ({
    key: id,
    ...{ name, code, edition },
    isNotLocalisable: false,
    place: { neighbourhoodId: id },
    area: areas.get(id) ?? { own: [], divisions: [] },
  }))
}

function publishedAreas({ rows }: IndicatorView, level: ViewLevel): readonly AreaInView[] {
  const own = rows.filter((row) => row.level === level)
  const areas = own.map(({ edition, code, areaName, isNotLocalisable }): AreaInView => {
    const place = { level, edition, code }
    const key = `${level} ${edition} ${code}`
    return {
      key,
      name: areaName || code,
      code,
      edition,
      isNotLocalisable,
      place,
      area: { own: [place], divisions: [] },
    }
  })
  return [...new Map(areas.map((area) => [area.key, area])).values()]
}

/** The line of an area in a period; raw. */
export const lineIn = (
  { definition, figureOf, known, wholes, source }: IndicatorView,
  { place, area }: Pick<AreaInView, 'place' | 'area'>,
  { period, hasTrend }: { readonly period?: string | undefined; readonly hasTrend: boolean },
): RawLine | undefined => {
  const sources = source === undefined ? undefined : [source]
  return rawLine({ place, definition, area, wholes, sources, period, hasTrend }, known, figureOf)
}

/** The periods in which one of these areas has a figure, newest first. */
export function periodsAt(
  { definition, known, figureOf, source }: IndicatorView,
  areas: readonly Pick<AreaInView, 'area'>[],
): readonly string[] {
  const sources = source === undefined ? undefined : [source]
  return periodsOf(definition, known).filter((period) =>
    areas.some(({ area }) => figureOf({ definition, area, period, sources })),
  )
}
