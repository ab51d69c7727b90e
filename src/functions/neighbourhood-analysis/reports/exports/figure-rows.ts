import type { Value } from '@meernet/statistics'
import type { Texts } from '../../../../platform/messages/index.ts'
import type { ReportFigure, ReportSource } from '../contents/contents.ts'
import { nameOfFigure } from '../document/figure-words.ts'
import type { ReportToRead } from '../document/published-report.ts'

/** A cell of an export: numbers stay numbers, so that a workbook can count with them. */
export type Cell = string | number | null

/** Every figure of a report as it was shown, a line each, with where it comes from beside it. */
export function figureRows(t: Texts, { contents }: ReportToRead): readonly (readonly Cell[])[] {
  const areaOf = new Map(contents.areas.map((area) => [area.id, area]))
  const sourceOf = new Map(contents.sources.map((source) => [source.id, source]))
  const rows = contents.figures.flatMap((figure) => {
    const area = areaOf.get(figure.areaId)
    const now = figure.ownSourceIds ?? figure.sourceIds
    const others = figure.trend.filter(({ period }) => period !== figure.period)
    const line = (period: string, own: ReportFigure['own'], sourceIds: readonly string[], isNow: boolean) => [
      ...[area?.name ?? '', area?.edition ?? '', figure.indicator, nameOfFigure(t, figure), figure.unit, period],
      ...valueCells(own.value),
      own.quality,
      ...(isNow ? [besideCell(figure.municipality), besideCell(figure.region)] : [null, null]),
      ...(isNow
        ? [figure.interval?.low ?? null, figure.interval?.high ?? null, figure.compared ?? '']
        : [null, null, '']),
      ...provenance(sourceIds.flatMap((id) => sourceOf.get(id) ?? [])),
    ]
    return [
      line(figure.period, figure.own, now, true),
      ...others.map(({ period, shown, sourceIds = figure.sourceIds }) => line(period, shown, sourceIds, false)),
    ]
  })
  return [figureColumns, ...rows]
}

/** English names that stay, so that programs can rely on them. */
export const figureColumns = [
  ...['area', 'areaEdition', 'indicator', 'name', 'unit', 'period', 'value', 'missing', 'quality'],
  ...['municipality', 'region', 'low', 'high', 'compared'],
  ...['source', 'licence', 'retrievedOn', 'file', 'sha256'],
] as const

const valueCells = (value: Value): readonly [number | null, string] =>
  typeof value === 'number' ? [value, ''] : [null, value]

/** The number, or the word for why there is none; empty where there is nothing to compare with. */
const besideCell = (shown: ReportFigure['municipality']): Cell => shown?.value ?? null

function provenance(sources: readonly ReportSource[]): readonly string[] {
  const from = (what: Exclude<keyof ReportSource, 'id'>) =>
    [...new Set(sources.map((source) => source[what]))].join(' | ')
  return [from('source'), from('licence'), from('retrievedOn'), from('fileName'), from('sha256')]
}
