import type { IsoDate } from '@meernet/calendar'
import { type AssignmentProblem, assignmentProblems, isPausedOn } from './assignment.ts'
import type { Volunteer } from './volunteer.ts'

/** Where a file stands, for lists: about the file, never about the person. */
export const standings = ['ready', 'notReady', 'paused', 'ended'] as const
export type Standing = (typeof standings)[number]

/** Where a file stands on `day`, with why no visit can be given then. */
export function standingOf(
  volunteer: Volunteer,
  day: IsoDate,
): { standing: Standing; problems: readonly AssignmentProblem[] } {
  const problems = assignmentProblems(volunteer, day)
  return { standing: standingFrom(volunteer, day, problems), problems }
}

function standingFrom(volunteer: Volunteer, day: IsoDate, problems: readonly AssignmentProblem[]): Standing {
  if (volunteer.endedOn !== null && volunteer.endedOn <= day) return 'ended'
  if (isPausedOn(volunteer, day)) return 'paused'
  return problems.length === 0 ? 'ready' : 'notReady'
}

type Listed = { readonly volunteer: Volunteer; readonly standing: Standing }

/** Whether somebody belongs in the list one asked for; those who stopped only when asked for by standing. */
export function isFound(
  { volunteer, standing }: Listed,
  filter: { readonly q: string; readonly standing: string },
): boolean {
  const isWanted = filter.standing === '' ? standing !== 'ended' : standing === filter.standing
  return isWanted && volunteer.name.toLowerCase().includes(filter.q.toLowerCase())
}
