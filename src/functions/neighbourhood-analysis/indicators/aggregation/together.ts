import {
  type Aggregate,
  aggregate,
  isKnown,
  type Part,
  shareBetween,
  sharesFrom,
  sumOf,
  type Value,
} from '@meernet/statistics'
import type { AreaPart } from '../../../../registers/places/index.ts'
import { regionOf } from '../../../../registers/published-figures/index.ts'
import { type IndicatorDefinition, perOne } from '../definition.ts'
import type { Division } from './area-in-parts.ts'
import type { AggregatedFigure, FigureAsked, Way } from './asked-figure.ts'
import type { KnownFigure, KnownFigures } from './known-figures.ts'
import { weightsOf } from './weights.ts'

/** The area put together of the parts of one division by figures of one source; nothing when none of them is known. */
export function togetherOf(
  { definition, period }: FigureAsked,
  division: Division,
  source: string,
  known: KnownFigures,
): AggregatedFigure | undefined {
  if (!known.isKnownOf(definition.key, division, period, source)) return undefined
  const parts = division.parts.filter(({ share }) => share > 0)
  const figures = parts.map(({ code }) => known.at(definition.key, { ...division, code }, period, source))
  const datasetIds = [...new Set(figures.flatMap((figure) => figure?.datasetId ?? []))]
  if (datasetIds.length === 0) return undefined
  const from = { sources: [source], datasetIds }
  const only = soleWhole(parts)
  const isAdded = addsUp(definition)
  if (only && figures[0]) {
    const { level, edition, code, value } = figures[0]
    return { value, quality: 'exact', way: 'published', at: { level, edition, code }, ...from }
  }
  const weights = isAdded ? undefined : weightsOf(definition, division, parts, period, known)
  const isWhole = parts.every(({ quality }) => quality === 'exact')
  return {
    ...aggregateOf(definition, division, { parts, figures, weights: weights?.values }),
    quality: isWhole && isAdded ? 'exact' : 'approximate',
    way: ways[definition.kind],
    denominator: weights && sumOf(weights.values),
    weighedBy: weights?.keys,
    ...from,
  }
}

const addsUp = ({ kind }: IndicatorDefinition) => kind === 'count' || kind === 'amount'

const ways: Readonly<Record<IndicatorDefinition['kind'], Way>> = {
  count: 'added',
  amount: 'added',
  share: 'weighted',
  rate: 'weighted',
  mean: 'weighted',
  median: 'notAveraged',
  index: 'notAveraged',
  unstated: 'notAveraged',
}

/** The one part that is all of the area, when there is one. */
function soleWhole(parts: readonly AreaPart[]): AreaPart | undefined {
  const [only, ...others] = parts
  return others.length === 0 && only?.quality === 'exact' ? only : undefined
}

type Found = {
  readonly parts: readonly AreaPart[]
  readonly figures: readonly (KnownFigure | undefined)[]
  readonly weights: readonly Value[] | undefined
}

function aggregateOf(
  definition: IndicatorDefinition,
  { level }: Division,
  { parts, figures, weights }: Found,
): Aggregate {
  const isAdded = addsUp(definition)
  const together = parts.map((part, at): Part => {
    const value = figures[at]?.value ?? 'unknown'
    const weight = weights?.[at]
    // Of a count, as many are in the area as of the doors of the part; of what there is no figure is unknown.
    if (isAdded) return { value: isKnown(value) ? value * part.share : value }
    return weight === undefined ? { value } : { value, weight }
  })
  if (definition.onlyIn !== undefined && isAcrossRegions(level, parts)) return { value: 'unknown' }
  const { value, between = isKnown(value) ? undefined : narrowLimits(definition, together) } = aggregate(
    definition.kind,
    together,
  )
  return between ? { value, between } : { value }
}

const isAcrossRegions = (level: Division['level'], parts: readonly AreaPart[]): boolean =>
  new Set(parts.map(({ code }) => (level === 'district' ? 'brussels' : regionOf(code)))).size > 1

/** Limits of a share further apart than this part of the whole tell too little. */
const tellingWidth = 0.1

function narrowLimits({ kind, unit }: IndicatorDefinition, parts: readonly Part[]): Aggregate['between'] {
  const per = perOne[unit]
  const limits = kind === 'share' && per !== undefined ? shareBetween(parts, per) : undefined
  const people = sumOf(parts.map(({ weight = 'unknown' }) => weight))
  if (!limits || per === undefined || !isKnown(people)) return undefined
  const [low, high] = limits
  const isNarrow = (high - low) / per <= tellingWidth
  // Nor are they told of a few people in it or out of it (P13).
  const isOfMany = (low / per) * people >= sharesFrom && (1 - high / per) * people >= sharesFrom
  return isNarrow && isOfMany ? limits : undefined
}
