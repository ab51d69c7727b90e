import type { Value } from '@meernet/statistics'
import type { Texts } from '../../../../platform/messages/index.ts'
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
    const sources = figure.sourceIds.flatMap((id) => sourceOf.get(id) ?? [])
    const from = (what: 'source' | 'licence' | 'retrievedOn' | 'fileName' | 'sha256') =>
      [...new Set(sources.map((source) => source[what]))].join(' | ')
    const others = figure.trend.filter(({ period }) => period !== figure.period)
    const line = (period: string, own: (typeof figure)['own'], isNow: boolean): readonly Cell[] => [
      ...[area?.name ?? '', area?.edition ?? '', figure.indicator, nameOfFigure(t, figure), figure.unit, period],
      ...valueCells(own.value),
      own.quality,
      ...(isNow ? [numberOf(figure.municipality?.value), numberOf(figure.region?.value)] : [null, null]),
      ...(isNow
        ? [figure.interval?.low ?? null, figure.interval?.high ?? null, figure.compared ?? '']
        : [null, null, '']),
      ...[from('source'), from('licence'), from('retrievedOn'), from('fileName'), from('sha256')],
    ]
    return [line(figure.period, figure.own, true), ...others.map(({ period, shown }) => line(period, shown, false))]
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

const numberOf = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null)
