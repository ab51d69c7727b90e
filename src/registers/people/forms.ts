import { z } from 'zod'
import {
  checkbox,
  emailAddress,
  identifier,
  isoDate,
  oneOf,
  optionalText,
  phone,
  requiredText,
  seenVersion,
} from '../../platform/http/index.ts'
import { patternKindsIn } from '../../platform/texts-about-people/number-patterns.ts'
import { householdRoles } from './household-store.ts'
import { channels } from './person.ts'

const oldestBirthYear = 1895

/** How somebody is called and reached. `address` is as typed; `addressId` is chosen when it could be several. */
const contactFields = {
  givenName: requiredText(80),
  familyName: optionalText(80),
  called: optionalText(80),
  birthYear: z.coerce
    .number({ error: 'people.error.birthYear' })
    .int('people.error.birthYear')
    .min(oldestBirthYear, 'people.error.birthYear')
    .max(2100, 'people.error.birthYear')
    .optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'people.error.language')
    .default('nl'),
  needsInterpreter: checkbox(),
  preferredChannel: oneOf(channels),
  reachWhen: optionalText(200),
  phone: phone().optional(),
  email: emailAddress().optional(),
  address: optionalText(160),
  addressId: identifier().optional(),
  placeText: optionalText(200),
  note: optionalText(500).refine(
    (text) => !text || !patternKindsIn(text).includes('national-number'),
    'people.error.nationalNumber',
  ),
}

export const newPersonForm = z.object({ id: identifier(), ...contactFields })
export const contactForm = z.object({ version: seenVersion().positive(), ...contactFields })

/** Somebody of the household: known already, or new by name. */
export const householdForm = z
  .object({
    householdId: identifier(),
    newPersonId: identifier(),
    personId: identifier().optional(),
    givenName: optionalText(80),
    familyName: optionalText(80),
    birthYear: contactFields.birthYear,
    role: oneOf(householdRoles),
    since: isoDate(),
  })
  .refine(({ personId, givenName }) => personId || givenName, { path: ['givenName'], error: 'form.error.required' })
export const leavingForm = z.object({ personId: identifier() })
