import { z } from 'zod'
import {
  checkbox,
  emailAddress,
  type FormValues,
  identifier,
  isoDate,
  manyOf,
  oneOf,
  optionalText,
  phone,
  requiredText,
  seenVersion,
} from '../../platform/http/index.ts'
import {
  type Conditions,
  legalForms,
  onboardingKinds,
  spokenLanguages,
  type Volunteer,
  visitTimes,
  volunteerTasks,
} from './volunteer.ts'

const count = (most: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/, 'volunteers.error.number')
    .transform(Number)
    .refine((number) => number <= most, 'volunteers.error.number')

const version = seenVersion().positive()

const wishFields = {
  languages: manyOf(z.string().refine((code) => spokenLanguages.includes(code), 'form.error.choose')),
  times: manyOf(oneOf(visitTimes)),
  tasks: manyOf(oneOf(volunteerTasks)),
  visitsPerWeek: count(500).optional(),
  visitsPerMonth: count(2000).optional(),
}
const pauseFields = { pausedFrom: isoDate().optional(), pausedUntil: isoDate().optional() }

/** A pause has a beginning, and does not end before it. */
const hasSoundPause = ({
  pausedFrom,
  pausedUntil,
}: {
  pausedFrom?: string | undefined
  pausedUntil?: string | undefined
}) => pausedUntil === undefined || (pausedFrom !== undefined && pausedFrom <= pausedUntil)
const unsoundPause = { path: ['pausedUntil'], message: 'volunteers.error.pause' }

/** What a volunteer changes in the own file. */
export const wishForm = z.object({ version, ...wishFields, ...pauseFields }).refine(hasSoundPause, unsoundPause)
export type Wishes = Omit<z.output<typeof wishForm>, 'version'>

/** The whole file, as who guides volunteers fills it in. */
export const volunteerForm = z
  .object({
    id: identifier(),
    version: version.optional(),
    name: requiredText(120),
    phone: phone().optional(),
    email: emailAddress().optional(),
    birthYear: z
      .string({ error: 'form.error.required' })
      .regex(/^(19|20)\d\d$/, 'volunteers.error.birthYear')
      .transform(Number),
    isSixteen: checkbox(),
    parentalPermissionOn: isoDate().optional(),
    adulthoodCheckedOn: isoDate().optional(),
    userId: identifier().optional(),
    buddyId: identifier().optional(),
    ...wishFields,
    ...pauseFields,
  })
  .refine(hasSoundPause, unsoundPause)
export type VolunteerInput = z.output<typeof volunteerForm>

/** What the organisation offers its volunteers. */
export const conditionsForm = z
  .object({
    version: seenVersion(),
    legalForm: oneOf(legalForms),
    aim: requiredText(400),
    reimbursement: requiredText(400),
    needsAgreementNote: checkbox(),
    insurer: requiredText(120),
    insurancePolicy: requiredText(60),
    insuredUntil: isoDate(),
    responsiblePerson: optionalText(120),
  })
  .refine(({ legalForm, responsiblePerson }) => legalForm !== 'deFacto' || responsiblePerson !== undefined, {
    path: ['responsiblePerson'],
    message: 'volunteers.error.responsible',
  })
export type ConditionsInput = z.output<typeof conditionsForm>

export const proofForm = z.object({ kind: oneOf(onboardingKinds), givenOn: isoDate() })

/** An address or a street somebody would rather not visit, or would again. */
export const refusalForm = z.object({ kind: oneOf(['address', 'street']), placeId: identifier() })
export type Refusal = z.output<typeof refusalForm>

/** The file as the form shows it. */
export function valuesOf(volunteer: Volunteer): FormValues {
  const { version, birthYear, visitsPerWeek, visitsPerMonth } = volunteer
  return {
    ...texts(volunteer, [
      'id',
      'name',
      'phone',
      'email',
      'parentalPermissionOn',
      'adulthoodCheckedOn',
      'userId',
      'buddyId',
    ]),
    ...texts(volunteer, ['pausedFrom', 'pausedUntil']),
    version: String(version),
    birthYear: String(birthYear),
    visitsPerWeek: visitsPerWeek === null ? '' : String(visitsPerWeek),
    visitsPerMonth: visitsPerMonth === null ? '' : String(visitsPerMonth),
    languages: volunteer.languages,
    times: volunteer.times,
    tasks: volunteer.tasks,
  }
}

/** The conditions as the form shows them; empty where there are none yet. */
export function conditionValuesOf(conditions: Conditions | undefined): FormValues {
  if (!conditions) return { version: '0' }
  const { version, needsAgreementNote } = conditions
  return {
    ...texts(conditions, [
      'legalForm',
      'aim',
      'reimbursement',
      'insurer',
      'insurancePolicy',
      'insuredUntil',
      'responsiblePerson',
    ]),
    version: String(version),
    needsAgreementNote: needsAgreementNote ? 'yes' : undefined,
  }
}

function texts<Name extends string>(from: Readonly<Record<Name, string | null>>, names: readonly Name[]): FormValues {
  return Object.fromEntries(names.map((name) => [name, from[name] ?? '']))
}
