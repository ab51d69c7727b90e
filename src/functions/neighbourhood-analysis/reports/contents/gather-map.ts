import type { Tx } from '../../../../platform/database/transact.ts'
import { mapped, neighbourhoodsOf } from '../../../../registers/places/index.ts'
import { mapSheet } from '../../../../ui/index.ts'
import { indicatorFigures } from '../../indicators/indicator-figures.ts'
import { datasetsOf } from '../../indicators/shown-line.ts'
import type { ReportArea, ReportFigure, ReportMap } from './contents.ts'

/**
 * The municipality by neighbourhood, shaded by the first share among the figures of the report; nothing when no neighbourhood has borders,
 * or no figure is known of two of them.
 */
export async function mapOf(
  tx: Tx,
  areas: readonly ReportArea[],
  figures: readonly ReportFigure[],
): Promise<ReportMap | null> {
  const shaded = figures.find(({ kind, own }) => kind === 'share' && typeof own.value === 'number')
  const found =
    shaded && (await indicatorFigures(tx, shaded.indicator, { level: 'neighbourhood', period: shaded.period }))
  if (!shaded || found?.level !== 'neighbourhood') return null
  const neighbourhoods = await mapped(tx, await neighbourhoodsOf(tx))
  const sheet = mapSheet(
    neighbourhoods.map(({ id, shape }) => ({ key: id, shape })),
    lightDetail,
  )
  const chosen = new Set(areas.map(({ id }) => id))
  const shown = found.areas.flatMap(({ key, name, line }) =>
    line
      ? [{ id: key, name, shown: line.own.shown, isChosen: chosen.has(key) && chosen.size < found.areas.length }]
      : [],
  )
  const lines = found.areas.flatMap(({ line }) => line ?? [])
  if (shown.length < 2 || Object.keys(sheet.areas).length === 0) return null
  return {
    indicator: shaded.indicator,
    name: shaded.name,
    unit: shaded.unit,
    period: found.period,
    sourceIds: [...new Set(lines.flatMap(datasetsOf))],
    sheet,
    areas: shown,
  }
}

/** Fewer points than on the pages of colleagues: residents fetch it on a phone, and paper shows no more. */
const lightDetail = { least: 3, mostPoints: 700 } as const
