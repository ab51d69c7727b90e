import type { Texts } from '../../../../platform/messages/index.ts'
import { type Region, regionCodes } from '../../../../registers/published-figures/index.ts'
import type { Beside } from '../figure-line.ts'

/** What people call the municipality, its region and the country. */
export type WholeNames = Readonly<Record<Beside, string>>

/** The names of what the areas of a municipality are compared with, for this reader. */
export const wholeNamesOf = (
  t: Texts,
  { name, jurisdiction }: { readonly name: string; readonly jurisdiction: Region },
): WholeNames => ({
  municipality: name,
  region: t(`analysis.region.${regionCodes[jurisdiction]}`),
  country: t('analysis.level.country'),
})
