import { z } from 'zod'
import { manyOf, oneOf, optionalText, phone, requiredText, seenVersion } from '../../../platform/http/index.ts'
import { residentLanguages } from '../../../platform/messages/index.ts'
import { houseStyleProblems } from '../../../ui/index.ts'

const orNothing = <Schema extends z.ZodType>(schema: Schema) => schema.optional().transform((value) => value ?? null)

/** What an administrator keeps; the first language is the one people meet first. */
export const settingsForm = z
  .object({
    version: seenVersion().positive(),
    name: requiredText(120),
    firstLanguage: oneOf(residentLanguages),
    languages: manyOf(oneOf(residentLanguages)),
    contactName: orNothing(optionalText(120)),
    contactPhone: orNothing(phone()),
    contactAddress: orNothing(optionalText(200)),
    contactHours: orNothing(optionalText(200)),
    onCallPhone: orNothing(phone()),
    primaryColour: colour(),
    accentColour: colour(),
    frontDoorZoneId: orNothing(z.uuid({ error: 'form.error.choose' })),
  })
  .check(z.superRefine(coloursStandOut))
  .transform(({ firstLanguage, languages, ...settings }) => ({
    ...settings,
    languages: [firstLanguage, ...languages.filter((language) => language !== firstLanguage)],
  }))

type Colours = { readonly primaryColour: string; readonly accentColour: string }

/** Texts and lines in these colours must be readable on our paper. */
function coloursStandOut({ primaryColour, accentColour }: Colours, c: z.RefinementCtx): void {
  for (const { field } of houseStyleProblems({ primary: primaryColour, accent: accentColour }))
    c.addIssue({
      code: 'custom',
      path: [field === 'primary' ? 'primaryColour' : 'accentColour'],
      message: 'municipalities.error.faint',
    })
}

function colour() {
  return z
    .string({ error: 'form.error.required' })
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, 'municipalities.error.colour')
}
