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
import { patternKindsIn } from '../../../platform/texts-about-people/number-patterns.ts'
import { entriesOn, groupContent } from '../../../registers/frameworks/index.ts'
import { progresses, waysOfChoosing } from './report.ts'

/** Room for each text, in characters. */
export const longest = { title: 160, text: 6000, why: 600, notes: 1000, reason: 400 } as const

/** Texts say nothing that points straight at a person (P12). */
const isWithoutNumbersOfPeople = (text: string | undefined) => patternKindsIn(text ?? '').length === 0
const numbers = 'analysis.reports.error.numbers'

const year = z.coerce.number({ error: 'analysis.reports.error.year' }).int('analysis.reports.error.year')
const people = z.coerce
  .number({ error: 'analysis.reports.error.people' })
  .int('analysis.reports.error.people')
  .min(0, 'analysis.reports.error.people')
  .max(10_000, 'analysis.reports.error.people')

/** A report as it is begun or described anew; no neighbourhood is the whole municipality. */
export const reportForm = z.object({
  id: identifier(),
  version: seenVersion().positive().optional(),
  title: requiredText(longest.title).refine(isWithoutNumbersOfPeople, numbers),
  aboutYear: year.min(2000, 'analysis.reports.error.year').max(2100, 'analysis.reports.error.year'),
  language: oneOf(['nl', 'fr']).optional(),
  areaIds: manyOf(identifier()),
})
export type ReportInput = z.output<typeof reportForm>

/** One part in one language; left empty it is taken away. */
export const textForm = z.object({
  version: seenVersion(),
  text: optionalText(longest.text).refine(isWithoutNumbersOfPeople, numbers),
  /** Only looks how it reads; keeps nothing. */
  look: z.string().optional(),
})

/** Identifiers or keys, one a line. */
const listed = z
  .string()
  .max(100_000)
  .optional()
  .transform((text) => (text ?? '').split('\n').filter(Boolean))

/** What goes into the report, and putting it together anew. */
export const contentsForm = z.object({
  version: seenVersion().positive(),
  /** All that was offered, so that what came in meanwhile is not left out unseen. */
  offeredFindings: listed,
  findings: manyOf(identifier()),
  offeredIndicators: listed,
  indicators: manyOf(z.string().max(120)),
})

export const priorityForm = z.object({
  id: identifier(),
  version: seenVersion(),
  place: z.coerce.number({ error: 'analysis.reports.error.place' }).int('analysis.reports.error.place').min(1).max(99),
  title: requiredText(longest.title).refine(isWithoutNumbersOfPeople, numbers),
  why: requiredText(longest.why).refine(isWithoutNumbersOfPeople, numbers),
  findingIds: manyOf(identifier()),
  chosenBy: oneOf(waysOfChoosing),
  residentsPresent: people,
  dissent: optionalText(longest.why).refine(isWithoutNumbersOfPeople, numbers),
  progress: oneOf(progresses).optional(),
  became: optionalText(longest.why).refine(isWithoutNumbersOfPeople, numbers),
})
export type PriorityInput = z.output<typeof priorityForm>

/** Where it was told back; a number per group of the list that holds on `today`. */
export const meetingForm = (today: string) =>
  z.object({
    id: identifier(),
    version: seenVersion(),
    heldOn: isoDate().refine((day) => day <= today, 'analysis.reports.error.notYetHeld'),
    heldAt: requiredText(longest.title),
    invitedHow: requiredText(longest.reason).refine(isWithoutNumbersOfPeople, numbers),
    peoplePresent: people,
    ...Object.fromEntries(groupCodes(today).map((code) => [`group.${code}`, people.optional()])),
    confirmed: optionalText(longest.notes).refine(isWithoutNumbersOfPeople, numbers),
    corrected: optionalText(longest.notes).refine(isWithoutNumbersOfPeople, numbers),
    added: optionalText(longest.notes).refine(isWithoutNumbersOfPeople, numbers),
  })
export type MeetingInput = z.output<ReturnType<typeof meetingForm>> & Readonly<Record<string, unknown>>

/** The groups that are counted on `today`, in the order of the list. */
export const groupCodes = (today: string): readonly string[] => entriesOn(groupContent, today).map(({ code }) => code)

/** An act on what somebody saw. */
export const versionForm = z.object({ version: seenVersion().positive() })

/** What the second reader confirms. */
export const readingForm = versionForm.extend({
  editNumber: seenVersion().positive(),
  isUnrecognisable: checkbox().refine((ticked) => ticked, 'analysis.reports.error.confirm'),
})

export const withdrawalForm = versionForm.extend({
  reason: requiredText(longest.reason).refine(isWithoutNumbersOfPeople, numbers),
})
