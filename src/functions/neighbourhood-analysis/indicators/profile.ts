import type { Tx } from '../../../platform/database/transact.ts'
import { municipalityById } from '../../../registers/municipalities/index.ts'
import { type Neighbourhood, neighbourhoodsOf } from '../../../registers/places/index.ts'
import { catalogueIndicator, indicatorCatalogue } from '../catalogue.ts'
import { figureProtection } from '../publishing/figure-protection.ts'
import { rawLine } from './figure-line.ts'
import { definitionsIn, knownIn, wholesOf } from './figures-in-view.ts'
import { coverageOf, type FigureSource, figureSources, figuresOfAreas } from './figures-in-view-store.ts'
import { keysOf, neighbourhoodAreas } from './neighbourhood-areas.ts'
import { type FigureLine, shownLines } from './shown-line.ts'

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
  const areas = await neighbourhoodAreas(tx, [neighbourhood], await coverageOf(tx))
  const area = areas.get(neighbourhood.id) ?? { own: [], divisions: [] }
  const wholes = wholesOf((await municipalityById(tx.db, tx.actor.municipalityId))?.nisCode ?? '')
  const rows = await figuresOfAreas(tx, keysOf([area, ...Object.values(wholes)]))
  const definitions = definitionsIn(sources)
  const known = knownIn(rows, sources, definitions)
  const keys = indicatorsAmong(rows.map(({ indicator }) => indicator))
  const lines = keys.flatMap((key) => rawLine({ definition: definitions(key), area, wholes }, known, definitions) ?? [])
  const shown = shownLines(lines, { neighbourhoodId }, await figureProtection(tx, keys))
  const used = new Set(shown.flatMap(datasetsOf))
  return { neighbourhood, lines: shown, sources: sources.filter(({ id }) => used.has(id)) }
}

/** Those of the catalogue that are there or can be divided out of what is there, in its order; then the others by key. */
export function indicatorsAmong(loaded: Iterable<string>): readonly string[] {
  const keys = new Set(loaded)
  const known = indicatorCatalogue.filter(
    ({ key, parts }) => keys.has(key) || (parts && keys.has(parts.numerator) && keys.has(parts.denominator)),
  )
  return [...known.map(({ key }) => key), ...[...keys].filter((key) => !catalogueIndicator(key)).toSorted()]
}

const datasetsOf = ({ own, beside, trend }: FigureLine): readonly string[] =>
  [own, ...Object.values(beside), ...trend.map((point) => point.own)].flatMap((figure) => figure?.datasetIds ?? [])
