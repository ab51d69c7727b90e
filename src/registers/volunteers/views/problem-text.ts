import type { Texts } from '../../../platform/messages/index.ts'
import type { AssignmentProblem } from '../assignment.ts'

/** Why somebody cannot be given a visit, in a sentence for staff and for the volunteer. */
export function problemText(t: Texts, problem: AssignmentProblem): string {
  switch (problem.kind) {
    case 'onboardingIncomplete':
      return t('volunteers.problem.onboardingIncomplete', {
        missing: t.list(problem.missing.map((kind) => t(`volunteers.proof.${kind}`))),
      })
    case 'insuranceExpired':
      return t('volunteers.problem.insuranceExpired', { day: t.day(problem.on) })
    case 'paused':
      return problem.until
        ? t('volunteers.problem.pausedUntil', { day: t.day(problem.until) })
        : t('volunteers.problem.paused')
    case 'weekFull':
    case 'monthFull':
      return t(`volunteers.problem.${problem.kind}`, { limit: problem.limit })
    default:
      return t(`volunteers.problem.${problem.kind}`)
  }
}
