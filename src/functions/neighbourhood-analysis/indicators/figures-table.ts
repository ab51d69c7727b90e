import type { Texts } from '../../../platform/messages/index.ts'
import { spreadsheetOf } from '../../../platform/spreadsheet/spreadsheet.ts'
import { type Beside, beside } from './figure-line.ts'
import type { FigureSource } from './figures-in-view-store.ts'
import type { IndicatorFigures } from './indicator-figures.ts'
import type { NeighbourhoodProfile } from './profile.ts'
import type { FigureLine, ToldFigure } from './shown-line.ts'
import { nameIn } from './views/figure-words.ts'
import type { WholeNames } from './views/whole-names.ts'

/** What is seen of an indicator, as CSV: a figure a row, each with where it comes from. */
export function indicatorTable(t: Texts, figures: IndicatorFigures, wholeNames: WholeNames): string {
  const ofAreas = figures.areas.flatMap(({ name, code, edition, line }) =>
    line ? [{ area: { name, code: code ?? '', edition, level: figures.level ?? '' }, line, told: line.own }] : [],
  )
  const ofWholes = beside.flatMap((whole) => {
    const line = figures.wholes[whole]
    return line ? [{ area: wholeArea(whole, wholeNames), line, told: line.own }] : []
  })
  return tableOf(t, [...ofAreas, ...ofWholes], figures.sources)
}

/** The profile of a neighbourhood as CSV, with what it is compared with. */
export function profileTable(
  t: Texts,
  { neighbourhood, lines, sources }: NeighbourhoodProfile,
  wholeNames: WholeNames,
): string {
  const { name, code, edition } = neighbourhood
  const own = { name, code: code ?? '', edition, level: 'neighbourhood' }
  const rows = lines.flatMap((line) => [
    { area: own, line, told: line.own },
    ...beside.flatMap((whole) => {
      const told = line.beside[whole]
      return told ? [{ area: wholeArea(whole, wholeNames), line, told }] : []
    }),
  ])
  return tableOf(t, rows, sources)
}

type Row = {
  readonly area: { readonly name: string; readonly code: string; readonly edition: string; readonly level: string }
  readonly line: FigureLine
  readonly told: ToldFigure
}

const wholeArea = (level: Beside, wholeNames: WholeNames): Row['area'] => ({
  name: wholeNames[level],
  ...{ code: '', edition: '', level },
})

const columns = [
  ...['level', 'code', 'edition', 'area', 'indicator', 'name', 'unit', 'period', 'value', 'missing', 'quality', 'way'],
  ...['source', 'licence', 'retrieved', 'file', 'sha256'],
]

function tableOf(t: Texts, rows: readonly Row[], sources: readonly FigureSource[]): string {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const cells = rows.map(({ area, line: { definition, period }, told: { shown, way, datasetIds } }) => {
    const from = datasetIds.flatMap((id) => byId.get(id) ?? [])
    const all = (of: (source: FigureSource) => string) => [...new Set(from.map(of))].join(' | ')
    const value = typeof shown.value === 'number' ? [shown.value, ''] : ['', shown.value]
    return [
      ...[
        area.level,
        area.code,
        area.edition,
        area.name,
        definition.key,
        nameIn(t, definition),
        definition.unit,
        period,
      ],
      ...[...value, shown.quality, way],
      ...[all(({ source }) => source), all(({ licence }) => licence), all(({ retrievedOn }) => retrievedOn)],
      ...[all(({ fileName }) => fileName), all(({ sha256 }) => sha256)],
    ]
  })
  return spreadsheetOf([columns.map((column) => t(`analysis.indicators.column.${column}`)), ...cells])
}
