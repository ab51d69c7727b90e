import type { Tx } from '../../../../platform/database/transact.ts'
import { municipalityById } from '../../../../registers/municipalities/index.ts'
import { areaShapes, areaShapesStamp, shapesOf } from '../../../../registers/places/index.ts'
import { type MapSheet, mapSheet } from '../../../../ui/index.ts'
import type { AreaWithFigure, IndicatorFigures } from '../indicator-figures.ts'
import { keepSheet, keptSheet } from './map-sheet-store.ts'

/** The areas of these figures, drawn; by the key of each area. Without areas that have no borders. */
export async function sheetOf(tx: Tx, { level, areas }: IndicatorFigures): Promise<MapSheet | undefined> {
  if (level === undefined) return undefined
  return level === 'neighbourhood' ? neighbourhoodSheet(tx, areas) : publishedSheet(tx, level, areas)
}

async function neighbourhoodSheet(tx: Tx, areas: readonly AreaWithFigure[]): Promise<MapSheet> {
  const shapes = await shapesOf(
    tx,
    areas.map(({ key }) => key),
  )
  return mapSheet([...shapes].map(([key, shape]) => ({ key, shape })))
}

/** All areas in a period are of one edition, so of one sheet; drawn anew only when borders changed. */
async function publishedSheet(
  tx: Tx,
  level: 'sector' | 'district',
  areas: readonly AreaWithFigure[],
): Promise<MapSheet> {
  const edition = areas[0]?.edition ?? ''
  const stamp = await areaShapesStamp(tx, { level, edition })
  const kept = await keptSheet(tx, { level, edition, stamp })
  if (kept) return kept
  const shapes = await areaShapes(tx, { level, edition })
  const nisCode = (await municipalityById(tx.db, tx.actor.municipalityId))?.nisCode
  // Districts of Brussels cross its border; sectors of neighbours are kept to compose over the border, not to look at here.
  const own = shapes.filter((one) => level === 'district' || one.nisCode === nisCode)
  const sheet = mapSheet(
    own.map(({ code, shape, nisCode }) => ({ key: `${level} ${edition} ${code}`, shape, within: nisCode })),
  )
  await keepSheet(tx, { level, edition, stamp }, sheet)
  return sheet
}
