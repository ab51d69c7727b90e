import type { IsoDate } from '@meernet/calendar'
import { z } from 'zod'
import { identifier, manyOf, oneOf, optionalText, phone } from '../../../platform/http/index.ts'
import {
  causeTypeContent,
  competentLevelContent,
  groupContent,
  policyThemeContent,
} from '../../../registers/frameworks/index.ts'
import { codeField } from '../code-field.ts'
import { lineLength, optionalTextAboutPerson, textAboutPerson, versionField } from '../text-about-person.ts'
import { caseStates } from './case.ts'
import { closingOutcomes } from './closing.ts'
import { rightsCheckStates } from './rights-check.ts'

/** Room for what policy should know: enough for what happens to people, too little for a file. */
export const descriptionLength = 600

const titleField = () => optionalTextAboutPerson(80)

/** Opens a case for somebody known (`personId`), or for who the form says (`newPersonId` and a name). */
export const newCaseForm = z
  .object({
    id: identifier(),
    personId: identifier().optional(),
    newPersonId: identifier(),
    givenName: optionalText(80),
    familyName: optionalText(80),
    phone: phone().optional(),
    placeText: optionalText(lineLength),
    title: titleField(),
  })
  .refine(({ personId, givenName }) => personId || givenName, { path: ['givenName'], error: 'form.error.required' })

export const stateForm = z.object({ version: versionField(), state: oneOf(caseStates) })
export const rightsCheckForm = z.object({
  version: versionField(),
  state: oneOf(rightsCheckStates),
  reason: optionalTextAboutPerson(lineLength),
})
export const titleForm = z.object({ version: versionField(), title: titleField() })
export const memberForm = z.object({ userId: identifier() })

/** The compulsory question stands in the form without a default: who closes has to answer it. */
export const closingForm = (today: IsoDate) =>
  z
    .object({
      id: identifier(),
      signalId: identifier(),
      version: versionField(),
      outcome: oneOf(closingOutcomes),
      preventable: oneOf(['yes', 'no']),
      theme: codeField(policyThemeContent, today).optional(),
      causeType: codeField(causeTypeContent, today).optional(),
      competentLevel: codeField(competentLevelContent, today).optional(),
      groups: manyOf(codeField(groupContent, today)),
      description: optionalText(descriptionLength),
    })
    .superRefine((form, context) => {
      if (form.preventable !== 'yes') return
      for (const field of ['theme', 'causeType', 'competentLevel', 'description'] as const)
        if (!form[field]) context.addIssue({ code: 'custom', path: [field], message: 'form.error.required' })
    })

export const reopeningForm = z.object({ version: versionField(), reason: textAboutPerson(lineLength) })
