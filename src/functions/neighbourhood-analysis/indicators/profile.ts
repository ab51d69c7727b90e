import type { Tx } from '../../../platform/database/transact.ts'
import { municipalityById } from '../../../registers/municipalities/index.ts'
import { type Neighbourhood, neighbourhoodsOf } from '../../../registers/places/index.ts'
import { catalogueIndicator, indicatorCatalogue } from '../catalogue.ts'
import { atOneMoment, figureProtection } from '../publishing/protection/figure-protection.ts'
import type { FigureArea } from '../publishing/raw-figure.ts'
import type { AreaInParts } from './aggregation/area-in-parts.ts'
import { figuresOnce } from './aggregation/figures-once.ts'
import { type RawLine, rawLine } from './figure-line.ts'
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

/** What figures tell of one area, as readers may see it. */
export type AreaProfile = {
  /** Every indicator of which anything is known here: the catalogue in its order, then what only files have. */
  readonly lines: readonly FigureLine[]
  /** The files these figures come from. */
  readonly sources: readonly FigureSource[]
}

export type NeighbourhoodProfile = AreaProfile & { readonly neighbourhood: Neighbourhood }

/** The profile of a neighbourhood; nothing when there is no such neighbourhood. */
export function profileOf(tx: Tx, neighbourhoodId: string): Promise<NeighbourhoodProfile | undefined> {
  return atOneMoment(tx, () => profileNow(tx, neighbourhoodId))
}

async function profileNow(tx: Tx, neighbourhoodId: string): Promise<NeighbourhoodProfile | undefined> {
  const [neighbourhood] = await neighbourhoodsOf(tx, { ids: [neighbourhoodId] })
  if (!neighbourhood) return undefined
  const loaded = await loadedFigures(tx)
  const areas = await neighbourhoodAreas(tx, [neighbourhood], loaded.coverage)
  const area = areas.get(neighbourhood.id) ?? { own: [], divisions: [] }
  return { neighbourhood, ...(await profileIn(tx, loaded, { place: { neighbourhoodId }, area })) }
}

/** The profile of the whole municipality, beside its region and the country. */
export function municipalityProfile(tx: Tx): Promise<AreaProfile> {
  const place = { level: 'municipality', edition: '', code: '' } as const
  return atOneMoment(tx, async () => {
    const loaded = await loadedFigures(tx)
    return profileIn(tx, loaded, { place, area: loaded.wholes.municipality })
  })
}

/** The files there are, and the municipality, its region and the country out of them. */
async function loadedFigures(tx: Tx) {
  const sources = await figureSources(tx)
  const definitions = definitionsIn(sources)
  const coverage = await coverageOf(tx)
  const nisCode = (await municipalityById(tx.db, tx.actor.municipalityId))?.nisCode ?? ''
  const ofSectors = await figuresOfIndicators(tx, publishedOfSectorsOnly(coverage, definitions), ['sector'])
  return { sources, definitions, coverage, ofSectors, wholes: wholesOf(nisCode, ofSectors) }
}

type Loaded = Awaited<ReturnType<typeof loadedFigures>>
type Asked = { readonly place: FigureArea; readonly area: AreaInParts }

async function profileIn(tx: Tx, loaded: Loaded, { place, area }: Asked): Promise<AreaProfile> {
  const { sources, definitions, ofSectors, wholes } = loaded
  const published = Object.values(wholes).map(({ own }) => ({ own, divisions: [] }))
  const rows = [
    ...(await figuresOfAreas(tx, keysOf(area === wholes.municipality ? published : [area, ...published]))),
    ...ofSectors,
  ]
  const known = knownIn(rows, sources, definitions)
  const keys = indicatorsAmong(rows.map(({ indicator }) => indicator))
  const figureOf = figuresOnce(known, definitions)
  const lines = keys.flatMap(
    (key) => rawLine({ place, definition: definitions(key), area, wholes }, known, figureOf) ?? [],
  )
  const beside = area === wholes.municipality ? lines.map(withoutItself) : lines
  const shown = shownLines(beside, await figureProtection(tx, keys))
  const used = new Set(shown.flatMap(datasetsOf))
  return { lines: shown, sources: sources.filter(({ id }) => used.has(id)) }
}

/** The municipality is compared with what it lies in, not with itself. */
function withoutItself({ beside: { municipality: _, ...others }, trend, ...line }: RawLine): RawLine {
  return { ...line, beside: others, trend: trend.map((point) => ({ ...point, municipality: undefined })) }
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
function indicatorsAmong(loaded: Iterable<string>): readonly string[] {
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
