import { z } from 'zod'
import {
  checkbox,
  emailAddress,
  identifier,
  isoDate,
  manyOf,
  oneOf,
  optionalText,
  requiredText,
} from '../../../platform/http/index.ts'
import { lineLength, noteLength, optionalTextAboutPerson, textAboutPerson, versionField } from '../text-about-person.ts'
import { fiveChecks } from './five-checks.ts'
import { handoverOutcomes, introductions, refusalReasons } from './handover.ts'

const weeks = () =>
  z.coerce.number({ error: 'form.error.invalid' }).int('form.error.invalid').min(0).max(520).optional()

/** `receiver` is `zone:…`, `service:…` or `other` with a name in own words. */
export const proposalForm = z
  .object({
    id: identifier(),
    receiver: z.string({ error: 'form.error.choose' }).max(60),
    organisationName: optionalText(160),
    receiverContact: optionalText(160),
    receiverEmail: emailAddress().optional(),
    personName: textAboutPerson(160),
    reachBy: textAboutPerson(lineLength),
    language: optionalText(60),
    needsInterpreter: checkbox(),
    text: textAboutPerson(noteLength),
    returnsTo: identifier(),
    waitingWeeks: weeks(),
  })
  .refine(({ receiver, organisationName }) => receiver !== 'other' || organisationName, {
    path: ['organisationName'],
    error: 'form.error.required',
  })

/** The five checks are asked one by one; what is not ticked is refused by the rule, not by the form. */
export const agreementForm = z.object({
  version: versionField(),
  checks: manyOf(z.enum(fiveChecks)),
  agreementId: z.uuid({ error: 'guidance.error.agreement' }),
})
export const introductionForm = z.object({ version: versionField(), how: oneOf(introductions), on: isoDate() })
export const arrivalForm = z.object({ version: versionField(), on: isoDate() })
export const versionForm = z.object({ version: versionField() })
export const outcomeForm = z.object({
  version: versionField(),
  outcome: oneOf(handoverOutcomes),
  words: optionalTextAboutPerson(lineLength),
})

/** The receiver's answer; the name is that of a professional. */
export const acceptanceForm = z.object({ version: versionField(), by: requiredText(120), waitingWeeks: weeks() })
export const refusalForm = z.object({
  version: versionField(),
  by: requiredText(120),
  reason: oneOf(refusalReasons),
  words: optionalTextAboutPerson(lineLength),
})
export const codeForm = z.object({ code: requiredText(20) })
