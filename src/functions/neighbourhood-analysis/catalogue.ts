import { z } from 'zod'
import type { Language } from '../../platform/messages/index.ts'
import { areaLevels, measureKinds } from '../../registers/published-figures/index.ts'
import indicatorsFile from './content/indicators.json' with { type: 'json' }

/** An indicator of the catalogue (domain guide, chapter 15). */
export type CatalogueIndicator = z.output<typeof indicatorSchema>

const label = z.string().min(1)

const indicatorSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  labels: z.strictObject({ nl: label, fr: label, en: label }),
  unit: z.string(),
  kind: z.enum(measureKinds),
  levels: z.array(z.enum(areaLevels)).min(1),
  /** `context`: neither good nor bad. */
  direction: z.enum(['higherIsBetter', 'lowerIsBetter', 'context']),
  source: label,
  why: label,
  /** Code in the Flemish municipal monitor. */
  monitorCode: z.string().optional(),
  /** The counts of which a share is made, so that areas can be put together rightly. */
  parts: z.strictObject({ numerator: z.string(), denominator: z.string() }).optional(),
})

export const indicatorCatalogue: readonly CatalogueIndicator[] = z
  .object({ indicators: z.array(indicatorSchema) })
  .parse(indicatorsFile).indicators

const byKey = new Map(indicatorCatalogue.map((indicator) => [indicator.key, indicator]))

/** The name of an indicator in a language; the name it has in its file when it is in no catalogue. */
export function indicatorName(key: string, language: Language, nameInFile: string): string {
  const labels = byKey.get(key)?.labels
  if (!labels) return nameInFile
  return language === 'fr' || language === 'en' ? labels[language] : labels.nl
}
