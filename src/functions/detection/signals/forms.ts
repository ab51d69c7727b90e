import { z } from 'zod'
import { identifier, isoDate, oneOf, optionalText, seenVersion } from '../../../platform/http/index.ts'
import { findNumberPatterns } from '../../../ui/number-pattern/number-pattern.ts'
import { closingReasons, contactWays, triages } from './signal.ts'
import { tellBackOutcomes } from './telling-back/tell-back-store.ts'

/** The version of the signal that the page showed; another one means somebody was first. */
const version = seenVersion()

/** A short note for colleagues: facts or the person's words; no national or account number (P12). */
const note = optionalText(300).refine((text) => !text || findNumberPatterns(text).length === 0, {
  error: 'detection.error.numberInNote',
})

export const versionForm = z.object({ version })
export const triageForm = z.object({ version, as: oneOf(triages) })
export const attemptForm = z.object({
  version,
  way: oneOf(contactWays),
  reached: oneOf(['yes', 'no']).transform((answer) => answer === 'yes'),
  note,
})
export const declineForm = z.object({ version, reofferOn: isoDate().optional() })
export const closingForm = z.object({ version, because: oneOf(closingReasons) })
export const assignmentForm = z.object({ version, to: identifier().optional() })
export const tellBackForm = z.object({ outcome: oneOf(tellBackOutcomes) })
export const otherSignalForm = z.object({ version, other: identifier() })
export const searchForm = z.object({ words: optionalText(200) })

/** Opening a case: somebody known, or a new person. */
export const caseForm = z
  .object({
    version,
    newPersonId: identifier(),
    person: z.union([z.literal('new'), identifier()], { error: 'form.error.choose' }),
    givenName: optionalText(80),
    familyName: optionalText(80),
  })
  .refine(({ person, givenName }) => person !== 'new' || givenName, {
    error: 'form.error.required',
    path: ['givenName'],
  })
