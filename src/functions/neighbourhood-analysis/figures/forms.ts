import { z } from 'zod'
import { type FormValues, optionalText } from '../../../platform/http/index.ts'
import { isPeriod, type MissingKind, mappingSchema, missingKinds } from '../../../registers/published-figures/index.ts'

/** What is said about a file that the file does not say itself. */
export type StatedAboutFile = {
  readonly source?: string | undefined
  readonly licence?: string | undefined
  readonly period?: string | undefined
  readonly edition?: string | undefined
  /** Which sign is the decimal one, where numbers can be read in two ways. */
  readonly decimal?: '.' | ',' | undefined
  readonly missing: Readonly<Record<string, MissingKind>>
}

/** Field schema: a year, month, day or school year that may be absent. */
export const periodText = () =>
  optionalText(20).refine((text) => text === undefined || isPeriod(text), 'analysis.error.period')

/** Field schema: `ND=hidden x=unknown`, signs with what they mean. */
export const signsText = () =>
  optionalText(200).transform((text, context) => {
    const signs = signsIn(text ?? '')
    if (signs) return signs
    context.addIssue({ code: 'custom', message: 'analysis.error.missing' })
    return z.NEVER
  })

/** Field schema: the decimal sign, where it does not show by itself. */
export const decimalSign = () => z.enum(['.', ','], 'form.error.choose').optional()

/** Editions of areas: named after their last year, or their first. */
export const editionsOffered = ['2025', '2024', '2018'] as const

/** What is said about a file of figures that is sent; all of it may be left out when the file says it itself. */
export const figureFileForm = z.object({
  period: periodText(),
  edition: z.enum(editionsOffered, 'form.error.choose').optional(),
  source: optionalText(200),
  licence: optionalText(200),
  missing: signsText(),
  decimal: decimalSign(),
  mapping: optionalText(20_000).transform((text, context) => {
    if (text === undefined) return undefined
    const parsed = mappingSchema.safeParse(jsonIn(text))
    if (parsed.success) return parsed.data
    context.addIssue({ code: 'custom', message: 'analysis.error.mapping' })
    return z.NEVER
  }),
})

/** As it is typed into the form, to fill it again. */
export const statedValues = ({ missing, ...stated }: StatedAboutFile): FormValues => ({
  ...stated,
  missing: Object.entries(missing)
    .map(([sign, kind]) => `${sign}=${kind}`)
    .join(' '),
})

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Nothing when a part is something else. */
function signsIn(text: string): Readonly<Record<string, MissingKind>> | undefined {
  const signs: Record<string, MissingKind> = {}
  for (const part of text.split(/\s+/).filter((one) => one !== '')) {
    const at = part.lastIndexOf('=')
    const kind = missingKinds.find((one) => one === part.slice(at + 1))
    if (at < 1 || !kind) return undefined
    signs[part.slice(0, at)] = kind
  }
  return signs
}
