import { aggregate, isKnown, type Part, type Value } from '@meernet/statistics'
import type { AreaPart } from '../../../../registers/places/index.ts'
import { regionOf } from '../../../../registers/published-figures/index.ts'
import type { Division } from './area-in-parts.ts'
import type { AggregatedFigure, FigureAsked } from './asked-figure.ts'
import type { KnownFigure, KnownFigures } from './known-figures.ts'

/** Of how many years the count by which a share is weighted may be older or newer than the share. */
const weightWithinYears = 2

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

const waysOf = {
  count: 'added',
  amount: 'added',
  share: 'weighted',
  rate: 'weighted',
  mean: 'weighted',
  median: 'notAveraged',
  index: 'notAveraged',
  unstated: 'notAveraged',
} as const

type PartWithFigure = { readonly part: AreaPart; readonly figure: KnownFigure | undefined }

function togetherOf(
  { definition, period }: FigureAsked,
  division: Division,
  source: string,
  known: KnownFigures,
): AggregatedFigure | undefined {
  const inIt = division.parts.filter(({ share }) => share > 0)
  const found = inIt.map((part): PartWithFigure => {
    const figure = known.at(definition.key, { ...division, code: part.code }, period, source)
    return { part, figure }
  })
  const datasetIds = [...new Set(found.flatMap(({ figure }) => figure?.datasetId ?? []))]
  if (datasetIds.length === 0) return undefined
  const isAdded = definition.kind === 'count' || definition.kind === 'amount'
  const regionOfPart = ({ code }: AreaPart) => (division.level === 'district' ? 'brussels' : regionOf(code))
  const isAcrossRegions = new Set(inIt.map(regionOfPart)).size > 1
  const isForbidden = definition.onlyIn !== undefined && isAcrossRegions
  const weights = isAdded
    ? undefined
    : weightsOf(definition.weight ?? definition.parts?.denominator, division, inIt, period, known)
  const parts = found.map(({ part, figure }, at): Part => partOf(part, figure, isAdded, weights?.[at]))
  const { value, between } = aggregate(definition.kind, isForbidden ? [...parts, { value: 'unknown' }] : parts)
  const [only, ...others] = inIt
  const single = only && others.length === 0 && only.quality === 'exact' ? only : undefined
  const isWhole = inIt.every(({ quality }) => quality === 'exact')
  return {
    value,
    between,
    quality: single || (isWhole && isAdded) ? 'exact' : 'approximate',
    way: single ? 'published' : waysOf[definition.kind],
    at: single && { level: division.level, edition: division.edition, code: single.code },
    denominator:
      weights &&
      aggregate(
        'count',
        weights.map((weight) => ({ value: weight })),
      ).value,
    sources: [source],
    datasetIds,
  }
}

/** An amount of people is as many of a part as lie in the area; of what there is no figure is unknown. */
function partOf(
  { share }: AreaPart,
  figure: KnownFigure | undefined,
  isAdded: boolean,
  weight: Value | undefined,
): Part {
  const value = figure?.value ?? 'unknown'
  if (isAdded) return { value: isKnown(value) ? value * share : value }
  return weight === undefined ? { value } : { value, weight }
}

/** What each part weighs: the count in it, of the period or the nearest one, as far as it lies in the area. */
function weightsOf(
  weight: string | undefined,
  { level, edition }: Division,
  parts: readonly AreaPart[],
  period: string,
  known: KnownFigures,
): readonly Value[] | undefined {
  if (weight === undefined) return undefined
  const year = Number(period.slice(0, 4))
  const away = (one: string) => Math.abs(Number(one.slice(0, 4)) - year)
  const near = known.periodsOf(weight).filter((one) => away(one) <= weightWithinYears)
  const nearest = near.toSorted((one, other) => away(one) - away(other))
  const weighted = nearest.flatMap((weightPeriod) =>
    known.sourcesOf(weight).map((source) =>
      parts.map(({ code, share }): Value => {
        const count = known.at(weight, { level, edition, code }, weightPeriod, source)?.value ?? 'unknown'
        return isKnown(count) ? count * share : count
      }),
    ),
  )
  return weighted.find((weights) => weights.every(isKnown)) ?? weighted[0]
}
