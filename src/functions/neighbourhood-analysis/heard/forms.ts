import type { IsoDate } from '@meernet/calendar'
import { z } from 'zod'
import { checkbox, identifier, isoDate, oneOf, seenVersion } from '../../../platform/http/index.ts'
import { entriesOn, groupContent } from '../../../registers/frameworks/index.ts'
import { withoutNumbers } from '../findings/forms.ts'
import { occasionKinds, waysOfCounting } from './heard.ts'

/** Most people at one occasion that can be counted by hand. */
const mostPeople = 100_000
/** Longest title of an occasion, in characters. */
export const longestTitle = 120

const count = () =>
  z
    .string()
    .regex(/^\d{1,6}$/, 'analysis.heard.error.count')
    .transform(Number)
    .refine((people) => people <= mostPeople, 'analysis.heard.error.count')

/** The name of the field that counts a group. */
export const groupField = (code: string): string => `group-${code}`

/** Groups that can be counted on `today`. */
const groupsCounted = (today: IsoDate) => entriesOn(groupContent, today).map(({ code }) => code)

/** How many people were there, in all and per group, and who said so. */
export const countFields = (today: IsoDate) => ({
  counted: oneOf(waysOfCounting),
  people: count().refine((people) => people > 0, 'analysis.heard.error.count'),
  ...Object.fromEntries(groupsCounted(today).map((code) => [groupField(code), count().optional()])),
})

/** What is counted at an occasion. */
export const occasionForm = (today: IsoDate) =>
  z
    .object({
      id: identifier(),
      kind: oneOf(occasionKinds),
      title: withoutNumbers(longestTitle),
      isNoName: checkbox(),
      onDay: isoDate().refine((day) => day <= today, 'analysis.heard.error.day'),
      neighbourhoodId: identifier().optional(),
      ...countFields(today),
    })
    .superRefine((form, context) => countsAreWithin(form, today, context))

/** Refuses a group that is larger than all people together. */
export function countsAreWithin(
  form: Readonly<Record<string, unknown>> & { readonly people: number },
  today: IsoDate,
  context: z.RefinementCtx,
): void {
  for (const { group, people } of countsIn(form, today))
    if (people > form.people)
      context.addIssue({ code: 'custom', path: [groupField(group)], message: 'analysis.heard.error.more' })
}

/** The groups of which somebody was counted. */
export function countsIn(form: Readonly<Record<string, unknown>>, today: IsoDate) {
  return groupsCounted(today).flatMap((group) => {
    const people = form[groupField(group)]
    return typeof people === 'number' && people > 0 ? [{ group, people }] : []
  })
}

export const removalForm = z.object({ version: seenVersion().positive() })
