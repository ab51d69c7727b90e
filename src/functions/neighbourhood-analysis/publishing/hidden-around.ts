import { countsOfShare } from './linked/part-of-whole.ts'
import { countsOf, type Protection } from './shown-figures.ts'

/**
 * Whether anything of an indicator is hidden in a period. Then the limits between which a share lies are not told: they are worked out of all parts,
 * and whoever knows the others finds the hidden one.
 */
export function hidesSomeOf({ hidden }: Protection): (indicator: string, period: string) => boolean {
  const seriesOf = (indicator: string, period: string) => `${indicator}\t${period}`
  const series = new Set([...hidden].map((key) => key.split('\t').slice(0, 2).join('\t')))
  return (indicator, period) => [indicator, ...countsOf(indicator)].some((one) => series.has(seriesOf(one, period)))
}

/**
 * Whether it is hidden of how many people of an area a share is. Then how sure the share is stays untold as well: the limits of chance get wider
 * the fewer people there are, and tell how many.
 */
export function hidesWholeOf({ hidden, estimates }: Protection): (indicator: string, area: string) => boolean {
  const keyOf = (indicator: string, area: string) => `${indicator}\t${area}`
  const known = new Set(
    [...hidden, ...estimates.keys()].map((key) => {
      const [indicator = '', , area = ''] = key.split('\t')
      return keyOf(indicator, area)
    }),
  )
  return (indicator, area) => known.has(keyOf(countsOfShare(indicator)?.whole ?? indicator, area))
}

/** Whether any of the counts by which a figure was weighed is hidden: then the limits between which it lies would tell of it. */
export const hidesWeight = ({ hidden, estimates }: Protection, weighedBy: readonly string[] = []): boolean =>
  weighedBy.some((key) => hidden.has(key) || estimates.has(key))
