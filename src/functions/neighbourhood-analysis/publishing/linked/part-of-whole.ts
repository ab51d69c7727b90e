import type { AgeBand, Sex } from '../../age-and-sex.ts'
import { ageAndSexOf } from '../../age-and-sex.ts'
import { catalogueIndicator } from '../../catalogue.ts'
import { countsPeople } from '../raw-figure.ts'
import { ageAndSexDivision } from './age-and-sex-division.ts'
import type { Division } from './division.ts'
import { partsDivision } from './parts-division.ts'

/** Of what an indicator counts a part, and by which division. */
type PartOfWhole = {
  readonly whole: string
  readonly by: string
  readonly sex?: Sex | undefined
  readonly ages?: AgeBand | undefined
}

const byAgeAndSex = 'ageAndSex'

/**
 * The counts that a share or rate of people is made of: it tells the part to whoever knows the whole. A part that nobody counts has the name
 * of the share. Nothing for shares of other things, and for what is no share.
 */
export function countsOfShare(indicator: string): { readonly part: string; readonly whole: string } | undefined {
  const { kind, unit, parts, weight } = catalogueIndicator(indicator) ?? {}
  if ((kind !== 'share' && kind !== 'rate') || (unit !== '%' && unit !== '‰')) return undefined
  const whole = parts?.denominator ?? weight
  const counted = catalogueIndicator(parts?.numerator ?? whole ?? '')
  if (whole === undefined || !counted || !countsPeople(counted)) return undefined
  return { part: parts?.numerator ?? indicator, whole }
}

/** The count of people or of what they handed in that an income is of: the income of few is theirs, in whatever way it is told. */
export function countOfIncome(indicator: string): string | undefined {
  const { kind, parts, weight } = catalogueIndicator(indicator) ?? {}
  if (kind === undefined || kind === 'count' || kind === 'share' || kind === 'rate') return undefined
  const whole = weight ?? parts?.denominator
  const counted = catalogueIndicator(whole ?? '')
  return counted && countsPeople(counted) ? whole : undefined
}

/** Indicators that tell of each other have the same root: the count that all of them are parts of, however far. */
export function rootOf(indicator: string): string {
  const above =
    catalogueIndicator(indicator)?.sameAs ??
    countsOfShare(indicator)?.whole ??
    countOfIncome(indicator) ??
    partOfWhole(indicator)?.whole
  return above === undefined ? indicator : rootOf(above)
}

/** How these indicators, as far as they are counts, divide others among them. */
export function divisionsAmong(indicators: readonly string[]): readonly Division[] {
  const parts = indicators.flatMap((indicator) => {
    const part = partOfWhole(indicator)
    return part ? [{ indicator, ...part }] : []
  })
  const groups = Map.groupBy(parts, ({ whole, by }) => `${whole}\t${by}`)
  return [...groups.values()].flatMap((group) => {
    const [{ whole, by } = { whole: '', by: '' }] = group
    if (by === byAgeAndSex) return [ageAndSexDivision(whole, group)]
    return [
      partsDivision(
        whole,
        group.map(({ indicator }) => indicator),
      ),
    ]
  })
}

function partOfWhole(indicator: string): PartOfWhole | undefined {
  const inCatalogue = catalogueIndicator(indicator)
  if (inCatalogue?.partOf) return inCatalogue.partOf
  const counted = ageAndSexOf(indicator)
  if (counted) return { whole: 'population', by: byAgeAndSex, ...counted }
  const share = countsOfShare(indicator)
  return share && share.part === indicator ? { whole: share.whole, by: indicator } : undefined
}
