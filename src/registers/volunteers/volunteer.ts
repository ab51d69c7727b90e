import type { IsoDate } from '@meernet/calendar'

export { spokenLanguages } from '../../platform/messages/spoken-languages.ts'

/** When somebody would like to go out. */
export const visitTimes = ['weekdayMorning', 'weekdayAfternoon', 'weekdayEvening', 'weekend'] as const
export type VisitTime = (typeof visitTimes)[number]

/** What somebody would like to do. */
export const volunteerTasks = ['homeVisit', 'letters', 'phoneCall', 'activity'] as const
export type VolunteerTask = (typeof volunteerTasks)[number]

/** The file of one volunteer in one organisation (data zone). */
export type Volunteer = {
  readonly id: string
  readonly zoneId: string
  /** Account, when this volunteer signs in. */
  readonly userId: string | null
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
  readonly birthYear: number
  readonly parentalPermissionOn: IsoDate | null
  readonly adulthoodCheckedOn: IsoDate | null
  readonly proofs: readonly OnboardingProof[]
  readonly conditions: Conditions | null
  readonly languages: readonly string[]
  readonly times: readonly VisitTime[]
  readonly tasks: readonly VolunteerTask[]
  readonly refusedAddressIds: readonly string[]
  readonly refusedStreetIds: readonly string[]
  /** At most this many doors; null: no limit asked. */
  readonly visitsPerWeek: number | null
  readonly visitsPerMonth: number | null
  readonly pausedFrom: IsoDate | null
  /** null with a beginning: until further notice. */
  readonly pausedUntil: IsoDate | null
  readonly buddyId: string | null
  readonly endedOn: IsoDate | null
  /** Since when nobody but the volunteer reads or uses the file (P16). */
  readonly frozenOn: IsoDate | null
  readonly version: number
}

/** What must be told or signed before the first task. */
export const onboardingKinds = [
  'aimAndLegalForm',
  'insurance',
  'reimbursement',
  'discretion',
  'agreementNote',
  'liabilityWarning',
] as const
export type OnboardingKind = (typeof onboardingKinds)[number]
export type OnboardingProof = { readonly kind: OnboardingKind; readonly givenOn: IsoDate }

/** What an organisation may be, as its volunteers must be told. */
export const legalForms = ['publicBody', 'association', 'deFacto'] as const
export type LegalForm = (typeof legalForms)[number]

/** What an organisation offers its volunteers; one per data zone. */
export type Conditions = {
  readonly legalForm: LegalForm
  readonly aim: string
  readonly reimbursement: string
  /** The organisation falls under the Flemish decree: a note signed on paper is needed. */
  readonly needsAgreementNote: boolean
  readonly insurer: string
  readonly insurancePolicy: string
  readonly insuredUntil: IsoDate
  /** Who answers for a de facto association. */
  readonly responsiblePerson: string | null
  readonly version: number
}
