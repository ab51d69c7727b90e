import { z } from 'zod'
import type { Language } from '../../platform/messages/index.ts'
import { areaLevels, measureKinds } from '../../registers/published-figures/index.ts'
import { ageAndSexName, sexes } from './age-and-sex.ts'
import indicatorsFile from './content/indicators.json' with { type: 'json' }
import publishersFile from './content/publishers.json' with { type: 'json' }
import { themeName } from './policy-themes.ts'

/** An indicator of the catalogue (domain guide, chapter 15). */
export type CatalogueIndicator = z.output<typeof indicatorSchema>

/** What indicators are about, in the order in which a page tells them: who lives here first. */
export const indicatorThemes = [
  'people',
  'households',
  'income',
  'workAndSchool',
  'housing',
  'healthAndCare',
  'livingTogether',
  'surroundings',
] as const
export type IndicatorTheme = (typeof indicatorThemes)[number]

const label = z.string().min(1)
const key = z.string().regex(/^[a-z][a-zA-Z0-9]*$/)

const indicatorSchema = z.strictObject({
  key,
  labels: z.strictObject({ nl: label, fr: label, en: label }),
  theme: z.enum(indicatorThemes),
  unit: z.string(),
  kind: z.enum(measureKinds),
  levels: z.array(z.enum(areaLevels)).min(1),
  /** `context`: neither good nor bad. */
  direction: z.enum(['higherIsBetter', 'lowerIsBetter', 'context']),
  source: label,
  /** Who puts it out, so that whoever looks for it knows where. */
  publisher: key,
  why: label,
  /** Code in the Flemish municipal monitor. */
  monitorCode: z.string().optional(),
  /** What it is made of, so that areas can be put together rightly: numerator divided by denominator, times `per`. */
  parts: z.strictObject({ numerator: key, denominator: key, per: z.number().positive() }).optional(),
  /** The count by which areas are weighted when only the share or mean itself is published; of an income what it is of. */
  weight: key.optional(),
  /**
   * The count it is a part of, so that neither tells of the other what is hidden. Parts `by` the same exclude each other; those of a
   * sex, an age or both are told apart by these.
   */
  partOf: z
    .strictObject({
      whole: key,
      by: key.default('ageAndSex'),
      sex: z.enum(sexes).optional(),
      ages: z.strictObject({ from: z.int().min(0), to: z.int().optional() }).optional(),
    })
    .optional(),
  /** Another count of the same people: neither may tell of the other what is hidden. */
  sameAs: key.optional(),
  /** An instrument of one region: its figures are never put together with those of another. */
  onlyIn: z.enum(['flanders', 'brussels']).optional(),
  /** A count or detail that others are made of: it stands behind the key figures. */
  isBehind: z.boolean().default(false),
})

export const indicatorCatalogue: readonly CatalogueIndicator[] = z
  .object({ indicators: z.array(indicatorSchema) })
  .parse(indicatorsFile).indicators

const byKey = new Map(indicatorCatalogue.map((indicator) => [indicator.key, indicator]))

/** The indicator of that key; nothing for one that is in no catalogue. */
export const catalogueIndicator = (key: string): CatalogueIndicator | undefined => byKey.get(key)

/** Who puts figures out, and the address of their site; the municipality itself has neither. */
export type Publisher = z.output<typeof publisherSchema>

const publisherSchema = z.strictObject({ key, name: z.string(), address: z.string() })
const publishers = z.object({ publishers: z.array(publisherSchema) }).parse(publishersFile).publishers

/** Who puts out an indicator of the catalogue; nothing when the municipality counts it itself. */
export const publisherOf = ({ publisher }: CatalogueIndicator): Publisher | undefined =>
  publishers.find(({ key, name }) => key === publisher && name !== '')

/** The indicator of the catalogue that somebody means by its name, in whatever language, or by its key. */
export function indicatorNamed(text: string): CatalogueIndicator | undefined {
  const typed = text.trim().toLowerCase()
  return indicatorCatalogue.find(({ key, labels }) =>
    [key, ...Object.values(labels)].some((name) => name.toLowerCase() === typed),
  )
}

/** The name of an indicator in a language; the name it has in its file when it is in no catalogue. */
export function indicatorName(key: string, language: Language, nameInFile: string): string {
  const labels = byKey.get(key)?.labels
  if (!labels) return ageAndSexName(key, language) ?? themeName(key, language) ?? nameInFile
  return language === 'fr' || language === 'en' ? labels[language] : labels.nl
}
