import { isKnown, type Value } from '@meernet/statistics'
import type { AreaPart } from '../../../../registers/places/index.ts'
import { figureKey } from '../../publishing/raw-figure.ts'
import type { IndicatorDefinition } from '../definition.ts'
import type { Division } from './area-in-parts.ts'
import type { KnownFigures } from './known-figures.ts'

/** Of how many years the count by which a share is weighted may be older or newer than the share. */
const withinYears = 3

/** What the parts weigh, in their order, and the counts that say so, as `figureKey` names them. */
export type Weights = { readonly values: readonly Value[]; readonly keys: readonly string[] }

/**
 * What each part weighs: the count its share is of, of the period or the nearest one, as far as it lies in the area. Nothing when
 * there is nothing to weigh by.
 */
export function weightsOf(
  { weight, parts: made }: IndicatorDefinition,
  { level, edition }: Division,
  parts: readonly AreaPart[],
  period: string,
  known: KnownFigures,
): Weights | undefined {
  const key = weight ?? made?.denominator
  if (key === undefined) return undefined
  const weighted = nearestPeriods(known.periodsOf(key), period).flatMap((weightPeriod) =>
    known.sourcesOf(key).map((source): Weights => {
      const values = parts.map(({ code, share }): Value => {
        const count = known.at(key, { level, edition, code }, weightPeriod, source)?.value ?? 'unknown'
        return isKnown(count) ? count * share : count
      })
      const keys = parts.map(({ code }) =>
        figureKey({ indicator: key, period: weightPeriod, area: { level, edition, code } }),
      )
      return { values, keys }
    }),
  )
  return weighted.find(({ values }) => values.every(isKnown)) ?? weighted[0]
}

function nearestPeriods(periods: readonly string[], period: string): readonly string[] {
  const away = (one: string) => Math.abs(Number(one.slice(0, 4)) - Number(period.slice(0, 4)))
  return periods.filter((one) => away(one) <= withinYears).toSorted((one, other) => away(one) - away(other))
}
