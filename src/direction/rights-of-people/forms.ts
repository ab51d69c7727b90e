import { z } from 'zod'
import {
  checkbox,
  identifier,
  isoDate,
  oneOf,
  optionalText,
  phone,
  requiredText,
  seenVersion,
} from '../../platform/http/index.ts'
import { patternKindsIn } from '../../platform/texts-about-people/number-patterns.ts'
import { freeingReasons, requestKinds, requestOutcomes } from './request.ts'

/** Room for what is asked and answered. */
export const longestWords = 1000

/** Staff note what comes at the desk, by telephone or in writing; what comes by card code notes itself. */
export const staffChannels = ['desk', 'phone', 'letter', 'email'] as const
export const staffChecks = ['known', 'calledBack', 'askedWhatOnlyTheyKnow', 'documentShown'] as const

/** A code with all the spaces somebody may type in it. */
export const longestCode = 40

const words = (text: string | undefined) => !text || !patternKindsIn(text).includes('national-number')

export const requestForm = z
  .object({
    id: identifier(),
    personId: identifier().optional(),
    volunteerId: identifier().optional(),
    cardId: identifier().optional(),
    code: optionalText(longestCode),
    kind: oneOf(requestKinds),
    channel: oneOf(staffChannels),
    receivedOn: isoDate(),
    identityChecked: oneOf(staffChecks),
    asker: optionalText(200).refine(words, 'people.error.nationalNumber'),
    ask: optionalText(longestWords).refine(words, 'people.error.nationalNumber'),
  })
  .refine(({ personId, volunteerId, cardId, asker }) => personId || volunteerId || cardId || asker, {
    path: ['asker'],
    error: 'form.error.required',
  })
  // Somebody asks as one or the other: each is answered from its own registers.
  .transform((form) => {
    if (form.personId) return { ...form, volunteerId: undefined, cardId: undefined }
    return form.volunteerId ? { ...form, cardId: undefined, code: undefined } : form
  })

const version = seenVersion().positive()

/** Which version of the request an act is about, when there is nothing to type. */
export const seenForm = z.object({ version })

/** The code of a card that belongs to a request after all. */
export const cardForm = z.object({ version, code: requiredText(longestCode) })

/** Whom a request is of, by name; the telephone number when several are called so. */
export const personForm = z.object({ version, name: requiredText(160), phone: phone().optional() })

export const extensionForm = z.object({
  version,
  reason: requiredText(300).refine(words, 'people.error.nationalNumber'),
})

/** Why frozen data are let go (GDPR art. 18.1 and 18.3). `isTold`: the person heard it before. */
export const freeingForm = z.object({
  version,
  because: oneOf(freeingReasons),
  isTold: checkbox().refine((told) => told, 'rights.free.tellFirst'),
})

export const answerForm = z.object({
  version,
  outcome: oneOf(requestOutcomes),
  answer: requiredText(longestWords).refine(words, 'people.error.nationalNumber'),
})
