import type { IsoDate } from '@meernet/calendar'
import { isUnderSixteen, missingOnboarding } from './onboarding.ts'
import type { OnboardingKind, Volunteer } from './volunteer.ts'

/** Why somebody cannot be given a visit on a day. Never a judgement of the person: each reason is a fact that can change. */
export type AssignmentProblem =
  | { readonly kind: 'frozen' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'underSixteen' }
  | { readonly kind: 'permissionMissing' }
  | { readonly kind: 'conditionsMissing' }
  | { readonly kind: 'onboardingIncomplete'; readonly missing: readonly OnboardingKind[] }
  | { readonly kind: 'insuranceExpired'; readonly on: IsoDate }
  | { readonly kind: 'paused'; readonly until: IsoDate | null }
  | { readonly kind: 'visitsNotWished' }
  | { readonly kind: 'weekFull'; readonly limit: number }
  | { readonly kind: 'monthFull'; readonly limit: number }

/** Doors given to somebody already, in the week (Monday to Sunday) and month of a day, and how many would be added. */
export type Load = { readonly week: number; readonly month: number; readonly adding: number }

const noLoad: Load = { week: 0, month: 0, adding: 1 }

/** All reasons why `volunteer` cannot get a visit on `day`; none means assignable. */
export function assignmentProblems(volunteer: Volunteer, day: IsoDate, load = noLoad): readonly AssignmentProblem[] {
  return [...fileProblems(volunteer, day), ...wishProblems(volunteer, day), ...loadProblems(volunteer, load)]
}

function fileProblems(volunteer: Volunteer, day: IsoDate): readonly AssignmentProblem[] {
  const { endedOn, frozenOn, conditions } = volunteer
  if (frozenOn !== null) return [{ kind: 'frozen' }]
  if (endedOn !== null && endedOn <= day) return [{ kind: 'ended' }]
  if (isUnderSixteen(volunteer.birthYear, day)) return [{ kind: 'underSixteen' }]
  const { proofs: missing, isPermissionMissing } = missingOnboarding(volunteer, day)
  return [
    ...when(isPermissionMissing, { kind: 'permissionMissing' as const }),
    ...when(conditions === null, { kind: 'conditionsMissing' as const }),
    ...when(missing.length > 0, { kind: 'onboardingIncomplete' as const, missing }),
    ...(conditions && conditions.insuredUntil < day
      ? [{ kind: 'insuranceExpired' as const, on: conditions.insuredUntil }]
      : []),
  ]
}

function wishProblems(volunteer: Volunteer, day: IsoDate): readonly AssignmentProblem[] {
  const { tasks, pausedUntil } = volunteer
  return [
    ...when(isPausedOn(volunteer, day), { kind: 'paused' as const, until: pausedUntil }),
    ...when(!tasks.includes('homeVisit'), { kind: 'visitsNotWished' as const }),
  ]
}

function loadProblems({ visitsPerWeek, visitsPerMonth }: Volunteer, load: Load): readonly AssignmentProblem[] {
  return [
    ...(visitsPerWeek !== null && load.week + load.adding > visitsPerWeek
      ? [{ kind: 'weekFull' as const, limit: visitsPerWeek }]
      : []),
    ...(visitsPerMonth !== null && load.month + load.adding > visitsPerMonth
      ? [{ kind: 'monthFull' as const, limit: visitsPerMonth }]
      : []),
  ]
}

/** Whether a pause covers `day`. */
export function isPausedOn(pause: Pick<Volunteer, 'pausedFrom' | 'pausedUntil'>, day: IsoDate): boolean {
  const { pausedFrom, pausedUntil } = pause
  return pausedFrom !== null && pausedFrom <= day && (pausedUntil === null || day <= pausedUntil)
}

/** Whether somebody has stopped by `day` or pauses on it. */
export const isAwayOn = (volunteer: Pick<Volunteer, 'pausedFrom' | 'pausedUntil' | 'endedOn'>, day: IsoDate): boolean =>
  (volunteer.endedOn !== null && volunteer.endedOn <= day) || isPausedOn(volunteer, day)

const when = <Problem>(holds: boolean, problem: Problem): readonly Problem[] => (holds ? [problem] : [])
