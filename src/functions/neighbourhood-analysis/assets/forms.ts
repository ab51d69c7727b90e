import { z } from 'zod'
import {
  checkbox,
  identifier,
  isoDate,
  manyOf,
  oneOf,
  optionalText,
  requiredText,
  seenVersion,
} from '../../../platform/http/index.ts'
import { spokenLanguages } from '../../../platform/messages/index.ts'
import { patternKindsIn } from '../../../platform/texts-about-people/number-patterns.ts'
import { assetKinds } from './asset.ts'
import { placeTypes } from './place-type.ts'

export const longest = { name: 200, address: 200, openingHours: 200, note: 300 }

/** Yes, no, or left open. */
export const answers = ['yes', 'no', 'unknown'] as const

const withoutNumbers = (max: number) =>
  optionalText(max).refine(
    (text) => text === undefined || patternKindsIn(text).length === 0,
    'analysis.finding.error.numbers',
  )

const answer = () =>
  oneOf(answers)
    .optional()
    .transform((said) => (said === 'yes' ? true : said === 'no' ? false : null))

/** What is asked of a place, a person by what they do, or something of the register; each kind its own fields. */
const fields = z.object({
  kind: oneOf(assetKinds),
  name: withoutNumbers(longest.name),
  isNoName: checkbox(),
  placeType: z
    .string()
    .refine((code) => placeTypes.some((type) => type.code === code), 'form.error.choose')
    .optional(),
  organisationId: identifier().optional(),
  serviceId: identifier().optional(),
  neighbourhoodId: identifier().optional(),
  address: optionalText(longest.address),
  isFree: answer(),
  isAccessible: answer(),
  openingHours: withoutNumbers(longest.openingHours),
  languages: manyOf(z.string().refine((code) => spokenLanguages.includes(code), 'form.error.choose')),
  note: withoutNumbers(longest.note),
})

export type AssetInput = z.output<typeof fields>

/** A new asset. */
export const assetForm = fields.extend({ id: identifier() }).superRefine(lacking)

/** An asset said otherwise. */
export const assetChangeForm = fields.extend({ version: seenVersion().positive() }).superRefine(lacking)

/** What each kind cannot do without. */
function lacking(form: AssetInput, context: z.RefinementCtx): void {
  const { kind, name, placeType, organisationId, serviceId, neighbourhoodId, address } = form
  const need = (field: string, isThere: unknown, message = 'form.error.required') =>
    isThere ? undefined : context.addIssue({ code: 'custom', path: [field], message })
  if (kind === 'organisation') need('organisationId', organisationId, 'form.error.choose')
  else if (kind === 'service') need('serviceId', serviceId, 'form.error.choose')
  else need('name', name)
  if (kind === 'place') need('placeType', placeType, 'form.error.choose')
  if (kind === 'place' || kind === 'antennaPoint')
    need('neighbourhoodId', neighbourhoodId ?? address, 'analysis.asset.error.where')
  else need('neighbourhoodId', neighbourhoodId, 'form.error.choose')
}

/** A file of points, and the day it was fetched. */
export const pointsForm = (today: string) =>
  z.object({ retrievedOn: isoDate().refine((day) => day <= today, 'analysis.heard.error.day') })

/** Which types of places to keep. */
export const chosenTypesForm = z.object({
  types: manyOf(requiredText(60)).refine((types) => types.length > 0, 'analysis.asset.error.types'),
})

export const versionForm = z.object({ version: seenVersion().positive() })
