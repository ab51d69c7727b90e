import type { Value } from '@meernet/statistics'
import type { Quality } from '../../publishing/shown-figure.ts'
import type { IndicatorDefinition } from '../definition.ts'
import type { AreaInParts, AreaKey } from './area-in-parts.ts'

/** How a figure came about. */
export type Way = 'published' | 'divided' | 'added' | 'weighted' | 'notAveraged'

/** A figure of an area as far as it can be told from what is known; raw: nobody has looked at small counts yet. */
export type AggregatedFigure = {
  readonly value: Value
  readonly quality: Quality
  readonly way: Way
  /** Between which two a median lies when it cannot be told. */
  readonly between?: readonly [number, number] | undefined
  /** For a share, rate or mean: the counts it was made of, or what it is of, as far as known. */
  readonly numerator?: Value | undefined
  readonly denominator?: Value | undefined
  /** The counts by which its parts were weighed, as `figureKey` names them. */
  readonly weighedBy?: readonly string[] | undefined
  /** The published area of which this is the figure, when it is that of one. */
  readonly at?: AreaKey | undefined
  readonly sources: readonly string[]
  readonly datasetIds: readonly string[]
}

export type FigureAsked = {
  readonly definition: IndicatorDefinition
  readonly area: AreaInParts
  readonly period: string
  /** When set, figures of no other sources are used: what is compared must come from the same. */
  readonly sources?: readonly string[] | undefined
}
