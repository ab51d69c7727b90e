import type { IsoDate } from '@meernet/calendar'
import { z } from 'zod'
import { checkbox, identifier, manyOf, oneOf, requiredText, seenVersion } from '../../platform/http/index.ts'
import {
  causeTypeContent,
  competentLevelContent,
  type DatedContent,
  entriesOn,
  groupContent,
  policyThemeContent,
} from '../../registers/frameworks/index.ts'
import { isWithoutNumbersOfPeople, situationBands } from './policy-signal.ts'

/** Room for a description: enough for what happens to people, too little for a file. */
export const longestDescription = 600

const description = requiredText(longestDescription).refine(isWithoutNumbersOfPeople, 'policyAdvice.error.numbers')

/** What is asked of who notes a signal on `today`. */
export const noteForm = (today: IsoDate) =>
  z.object({
    id: identifier(),
    theme: codeOf(policyThemeContent, today),
    causeType: codeOf(causeTypeContent, today),
    competentLevel: codeOf(competentLevelContent, today),
    groups: manyOf(codeOf(groupContent, today)),
    neighbourhoodId: identifier().optional(),
    situations: oneOf(situationBands),
    description,
  })

/** What the second reader confirms: the four things that give somebody away are not in it. */
export const readingForm = z.object({
  version: seenVersion().positive(),
  description,
  isUnrecognisable: checkbox().refine((ticked) => ticked, 'policyAdvice.error.confirm'),
})

function codeOf(content: DatedContent, today: IsoDate) {
  const codes = entriesOn(content, today).map(({ code }) => code)
  return z.string({ error: 'form.error.choose' }).refine((code) => codes.includes(code), 'form.error.choose')
}
