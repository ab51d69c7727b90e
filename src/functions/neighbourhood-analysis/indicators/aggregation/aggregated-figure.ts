import type { Value } from '@meernet/statistics'
import type { IndicatorDefinition } from '../definition.ts'
import type { AggregatedFigure, FigureAsked } from './asked-figure.ts'
import type { KnownFigures } from './known-figures.ts'
import { published, putTogether } from './ways.ts'

/**
 * The figure of an area: as published for exactly it, else divided out of its counts, else put together of parts. What a publisher hides
 * for the area itself stays hidden, whatever its parts would tell. Nothing when no figure of this indicator and period is known.
 * `definitionOf` gives the counts that a share is made of.
 */
export function aggregatedFigure(
  asked: FigureAsked,
  known: KnownFigures,
  definitionOf: (key: string) => IndicatorDefinition,
): AggregatedFigure | undefined {
  const asPublished = published(asked, known)
  const final = asPublished.find(({ value }) => value !== 'unknown' && value !== 'empty')
  if (final) return { ...final, ...countsBehind(asked, known, definitionOf) }
  const divided = dividedOut(asked, known, definitionOf)
  return bestOf([...asPublished, ...(divided ? [divided] : []), ...putTogether(asked, known)])
}

/** The counts a published share was made of, as far as they are known as well: they tell how sure it is, and whether few people are in it. */
function countsBehind(asked: FigureAsked, known: KnownFigures, definitionOf: (key: string) => IndicatorDefinition) {
  const { kind, parts, weight } = asked.definition
  if (kind !== 'share' && kind !== 'rate') return {}
  const countOf = (key: string | undefined) =>
    key === undefined
      ? undefined
      : aggregatedFigure({ ...asked, sources: undefined, definition: definitionOf(key) }, known, definitionOf)?.value
  return { numerator: countOf(parts?.numerator), denominator: countOf(parts?.denominator ?? weight) }
}

/** A share out of its two counts; each of them the best that is known. */
function dividedOut(
  asked: FigureAsked,
  known: KnownFigures,
  definitionOf: (key: string) => IndicatorDefinition,
): AggregatedFigure | undefined {
  const { parts } = asked.definition
  if (!parts) return undefined
  const [numerator, denominator] = [parts.numerator, parts.denominator].map((key) =>
    aggregatedFigure({ ...asked, definition: definitionOf(key) }, known, definitionOf),
  )
  if (!numerator || !denominator) return undefined
  const isExact = numerator.quality === 'exact' && denominator.quality === 'exact'
  return {
    value: quotient(numerator.value, denominator.value, parts.per),
    quality: isExact ? 'exact' : 'approximate',
    way: 'divided',
    numerator: numerator.value,
    denominator: denominator.value,
    sources: [...new Set([...numerator.sources, ...denominator.sources])].toSorted(),
    datasetIds: [...new Set([...numerator.datasetIds, ...denominator.datasetIds])],
  }
}

/** A hidden count hides what is made of it; a share of nobody does not apply. */
function quotient(numerator: Value, denominator: Value, per: number): Value {
  if (numerator === 'hidden' || denominator === 'hidden') return 'hidden'
  if (denominator === 0) return 'notApplicable'
  if (typeof numerator !== 'number' || typeof denominator !== 'number') return 'unknown'
  return Number(((numerator / denominator) * per).toPrecision(12))
}

/** A number before none, exact before approximate, and then in the order of the ways; without a number whichever says most. */
function bestOf(candidates: readonly AggregatedFigure[]): AggregatedFigure | undefined {
  return candidates.toSorted((one, other) => orderOf(one) - orderOf(other))[0]
}

function orderOf({ value, quality, between }: AggregatedFigure): number {
  if (typeof value === 'number') return quality === 'exact' ? 0 : 1
  if (between) return 2
  return 3 + ['hidden', 'notApplicable', 'unknown', 'empty'].indexOf(value)
}
