import type { AggregatedFigure, FigureAsked } from './asked-figure.ts'
import type { KnownFigures } from './known-figures.ts'
import { togetherOf } from './together.ts'

/** The figures that were published for exactly this area, one a source at most. */
export function published({ definition, area, period, sources }: FigureAsked, known: KnownFigures): AggregatedFigure[] {
  const allowed = sources ?? known.sourcesOf(definition.key)
  return allowed.flatMap((source) =>
    area.own.flatMap((key): AggregatedFigure[] => {
      const figure = known.at(definition.key, key, period, source)
      if (!figure) return []
      const { value, datasetId } = figure
      const at = { level: figure.level, edition: figure.edition, code: figure.code }
      return [{ value, quality: 'exact', way: 'published', at, sources: [source], datasetIds: [datasetId] }]
    }),
  )
}

/** The area put together of its parts: once for every division and source of which figures are known. */
export function putTogether(asked: FigureAsked, known: KnownFigures): AggregatedFigure[] {
  const allowed = asked.sources ?? known.sourcesOf(asked.definition.key)
  return asked.area.divisions.flatMap((division) =>
    allowed.flatMap((source) => togetherOf(asked, division, source, known) ?? []),
  )
}
