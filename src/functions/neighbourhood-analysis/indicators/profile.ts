import type { Tx } from '../../../platform/database/transact.ts'
import { municipalityById } from '../../../registers/municipalities/index.ts'
import { type Neighbourhood, neighbourhoodsOf } from '../../../registers/places/index.ts'
import { catalogueIndicator, indicatorCatalogue } from '../catalogue.ts'
import { figureProtection } from '../publishing/figure-protection.ts'
import { figuresOnce } from './aggregation/figures-once.ts'
import { rawLine } from './figure-line.ts'
import { type Definitions, definitionsIn, knownIn, wholesOf } from './figures-in-view.ts'
import {
  type Coverage,
  coverageOf,
  type FigureSource,
  figureSources,
  figuresOfAreas,
  figuresOfIndicators,
} from './figures-in-view-store.ts'
import { keysOf, neighbourhoodAreas } from './neighbourhood-areas.ts'
import { datasetsOf, type FigureLine, shownLines } from './shown-line.ts'

/** What figures tell of one neighbourhood, as readers may see it. */
export type NeighbourhoodProfile = {
  readonly neighbourhood: Neighbourhood
  /** Every indicator of which anything is known here: the catalogue in its order, then what only files have. */
  readonly lines: readonly FigureLine[]
  /** The files these figures come from. */
  readonly sources: readonly FigureSource[]
}

/** The profile of a neighbourhood; nothing when there is no such neighbourhood. */
export async function profileOf(tx: Tx, neighbourhoodId: string): Promise<NeighbourhoodProfile | undefined> {
  const [neighbourhood] = await neighbourhoodsOf(tx, { ids: [neighbourhoodId] })
  if (!neighbourhood) return undefined
  const sources = await figureSources(tx)
  const definitions = definitionsIn(sources)
  const coverage = await coverageOf(tx)
  const areas = await neighbourhoodAreas(tx, [neighbourhood], coverage)
  const area = areas.get(neighbourhood.id) ?? { own: [], divisions: [] }
  const nisCode = (await municipalityById(tx.db, tx.actor.municipalityId))?.nisCode ?? ''
  const ofSectors = await figuresOfIndicators(tx, publishedOfSectorsOnly(coverage, definitions), ['sector'])
  const wholes = wholesOf(nisCode, ofSectors)
  const published = Object.values(wholes).map(({ own }) => ({ own, divisions: [] }))
  const rows = [...(await figuresOfAreas(tx, keysOf([area, ...published]))), ...ofSectors]
  const known = knownIn(rows, sources, definitions)
  const keys = indicatorsAmong(rows.map(({ indicator }) => indicator))
  const place = { neighbourhoodId }
  const figureOf = figuresOnce(known, definitions)
  const lines = keys.flatMap(
    (key) => rawLine({ place, definition: definitions(key), area, wholes }, known, figureOf) ?? [],
  )
  const shown = shownLines(lines, await figureProtection(tx, keys))
  const used = new Set(shown.flatMap(datasetsOf))
  return { neighbourhood, lines: shown, sources: sources.filter(({ id }) => used.has(id)) }
}

/** Indicators of the catalogue of which nobody publishes the municipality, and what their sectors are weighted by to put it together. */
function publishedOfSectorsOnly(coverage: readonly Coverage[], definitions: Definitions): readonly string[] {
  const ofMunicipality = new Set(
    coverage.filter(({ level }) => level === 'municipality').map(({ indicator }) => indicator),
  )
  const lacking = coverage.filter(
    ({ level, indicator }) => level === 'sector' && !ofMunicipality.has(indicator) && catalogueIndicator(indicator),
  )
  const keys = [...new Set(lacking.map(({ indicator }) => indicator))]
  const weights = keys.flatMap((key) => definitions(key).weight ?? definitions(key).parts?.denominator ?? [])
  return [...new Set([...keys, ...weights])]
}

/** Those of the catalogue that are there or can be divided out of what is there, in its order; then the others by key. */
export function indicatorsAmong(loaded: Iterable<string>): readonly string[] {
  const keys = new Set(loaded)
  const known = indicatorCatalogue.filter(
    ({ key, parts }) => keys.has(key) || (parts && keys.has(parts.numerator) && keys.has(parts.denominator)),
  )
  return [...known.map(({ key }) => key), ...[...keys].filter((key) => !catalogueIndicator(key)).toSorted()]
}

/** Whether a line is one of the figures that tell most, not a count behind them or a column that only a file has. */
export function isKeyFigure({ definition }: FigureLine): boolean {
  const known = catalogueIndicator(definition.key)
  return known !== undefined && !known.isBehind
}
