import type { IndicatorDefinition } from '../definition.ts'
import { aggregatedFigure } from './aggregated-figure.ts'
import type { AreaInParts } from './area-in-parts.ts'
import type { AggregatedFigure, FigureAsked } from './asked-figure.ts'
import type { KnownFigures } from './known-figures.ts'

export type FigureOf = (asked: FigureAsked) => AggregatedFigure | undefined

/** Works every figure out once: the municipality, put together of all its sectors, stands beside each of its areas. */
export function figuresOnce(known: KnownFigures, definitions: (key: string) => IndicatorDefinition): FigureOf {
  const byArea = new Map<AreaInParts, Map<string, AggregatedFigure | undefined>>()
  return (asked) => {
    const found = byArea.get(asked.area) ?? new Map<string, AggregatedFigure | undefined>()
    byArea.set(asked.area, found)
    const key = [asked.definition.key, asked.period, ...(asked.sources ?? [])].join('\0')
    if (!found.has(key)) found.set(key, aggregatedFigure(asked, known, definitions))
    return found.get(key)
  }
}
