import type { Value } from '@meernet/statistics'
import type { AreaLevel, measureKinds } from '../../../registers/published-figures/index.ts'
import type { Quality } from './shown-figure.ts'

/** An area as publishers name it, or a neighbourhood of ours. */
export type FigureArea =
  | { readonly level: AreaLevel; readonly edition: string; readonly code: string }
  | { readonly neighbourhoodId: string }

/** A figure as it was published or worked out: nobody has looked yet whether it points at few people. */
export type RawFigure = {
  /** Key of the catalogue, or the name in its file. */
  readonly indicator: string
  readonly kind: (typeof measureKinds)[number]
  readonly unit: string
  readonly area: FigureArea
  readonly period: string
  readonly value: Value
  readonly quality: Quality
  /** For a share: the counts it was made of, as far as they are known. */
  readonly numerator?: Value
  readonly denominator?: Value
  /** For a figure that was put together by weight: the counts by which its parts were weighed, as `figureKey` names them. */
  readonly weighedBy?: readonly string[]
  /** The areas it is a part of, as `areaKey` names them, among those handed in with it. */
  readonly within?: readonly string[]
}

/** One name for an area, whatever it is called by. */
export const areaKey = (area: FigureArea): string =>
  'neighbourhoodId' in area ? area.neighbourhoodId : `${area.level} ${area.edition} ${area.code}`

/** One name for a figure: what of which area in which period. */
export const figureKey = ({ indicator, period, area }: Pick<RawFigure, 'indicator' | 'period' | 'area'>): string =>
  `${indicator}\t${period}\t${areaKey(area)}`

/** Units of counts that are of things, not of people; what a publisher does not say is taken to be people. */
const unitsOfThings: ReadonlySet<string> = new Set([
  'buildings',
  'dwellings',
  'places',
  'shops',
  'things',
  'trees',
  'vehicles',
])

/** Whether a figure counts people, households or what happened to them. */
export const countsPeople = ({ kind, unit }: Pick<RawFigure, 'kind' | 'unit'>): boolean =>
  kind === 'count' && !unitsOfThings.has(unit)

/** Whether it is a whole number of the area itself: estimates, and what is not known, stand in no table. */
export const isCounted = ({ value, quality }: Pick<RawFigure, 'value' | 'quality'>): boolean =>
  quality === 'exact' && Number.isSafeInteger(value) && Number(value) >= 0
