import type { IsoDate } from '@meernet/calendar'
import type { Conditions, OnboardingKind, Volunteer } from './volunteer.ts'

/** What still has to be told, signed or permitted before the first task. */
export type MissingOnboarding = {
  readonly proofs: readonly OnboardingKind[]
  readonly isPermissionMissing: boolean
}

/** What is missing in the file of `volunteer`, as seen on `day`; a proof dated later does not count yet. */
export function missingOnboarding(volunteer: Volunteer, day: IsoDate): MissingOnboarding {
  const given = new Set(volunteer.proofs.filter(({ givenOn }) => givenOn <= day).map(({ kind }) => kind))
  return {
    proofs: requiredProofs(volunteer.conditions).filter((kind) => !given.has(kind)),
    isPermissionMissing:
      mayBeMinor(volunteer.birthYear, day) &&
      volunteer.parentalPermissionOn === null &&
      volunteer.adulthoodCheckedOn === null,
  }
}

/** Whether the first task may be given: all proofs there, and permission where a parent has to give it. */
export function isOnboardingComplete(volunteer: Volunteer, day: IsoDate): boolean {
  const { proofs, isPermissionMissing } = missingOnboarding(volunteer, day)
  return volunteer.conditions !== null && proofs.length === 0 && !isPermissionMissing
}

/**
 * What an organisation must have told or had signed. Source: Belgian law on the rights of volunteers of 3 July 2005, article 4;
 * the signed note is for organisations under the Flemish decree on volunteer work in welfare and health.
 */
export function requiredProofs(conditions: Conditions | null): readonly OnboardingKind[] {
  return [
    'aimAndLegalForm',
    'insurance',
    'reimbursement',
    'discretion',
    ...(conditions?.needsAgreementNote ? (['agreementNote'] as const) : []),
    ...(conditions?.legalForm === 'deFacto' ? (['liabilityWarning'] as const) : []),
  ]
}

/** Surely under sixteen: the sixteenth birthday is not in this year yet. */
export function isUnderSixteen(birthYear: number, day: IsoDate): boolean {
  return yearOf(day) - birthYear < 16
}

/** In the year somebody turns sixteen, whoever makes the file must say whether the birthday has been. */
export function turnsSixteenIn(birthYear: number, day: IsoDate): boolean {
  return yearOf(day) - birthYear === 16
}

/** Under eighteen, or in the year of coming of age: then permission, or a check that the birthday has been. */
export function mayBeMinor(birthYear: number, day: IsoDate): boolean {
  return yearOf(day) - birthYear <= 18
}

const yearOf = (day: IsoDate) => Number(day.slice(0, 4))
