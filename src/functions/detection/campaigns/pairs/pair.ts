import type { IsoDate } from '@meernet/calendar'
import { type AssignmentProblem, assignmentProblems, type Volunteer } from '../../../../registers/volunteers/index.ts'

/** Two volunteers who go together: a first visit is never made alone. */
export type Pair = {
  readonly id: string
  readonly campaignId: string
  readonly firstVolunteerId: string
  readonly secondVolunteerId: string
}

/** Why two people cannot be a pair in this campaign; with `volunteerId` it is about one of them. */
export type PairProblem =
  | { readonly kind: 'samePerson' }
  | { readonly kind: 'notAssignable'; readonly volunteerId: string; readonly problem: AssignmentProblem }
  | { readonly kind: 'pairedAlready'; readonly volunteerId: string }
  | { readonly kind: 'noLanguageTogether' }
  | { readonly kind: 'noLanguageOfCampaign' }
  | { readonly kind: 'noTimeTogether' }

/** What the rule needs besides the two files. */
export type PairFacts = {
  /** The first day they can go out: today, or the first day of the campaign. */
  readonly day: IsoDate
  readonly campaignLanguages: readonly string[]
  readonly pairs: readonly Pair[]
}

/** All reasons against a pair; none means they can go. */
export function pairProblems(first: Volunteer, second: Volunteer, facts: PairFacts): readonly PairProblem[] {
  if (first.id === second.id) return [{ kind: 'samePerson' }]
  return [
    ...[first, second].flatMap((volunteer) => personProblems(volunteer, facts)),
    ...togetherProblems(first, second, facts.campaignLanguages),
  ]
}

/** Reasons against one person, whoever comes along. */
export function personProblems(volunteer: Volunteer, { day, pairs }: PairFacts): readonly PairProblem[] {
  const volunteerId = volunteer.id
  const isPaired = pairs.some((pair) => [pair.firstVolunteerId, pair.secondVolunteerId].includes(volunteerId))
  return [
    ...assignmentProblems(volunteer, day).map((problem) => ({ kind: 'notAssignable' as const, volunteerId, problem })),
    ...(isPaired ? [{ kind: 'pairedAlready' as const, volunteerId }] : []),
  ]
}

function togetherProblems(
  first: Volunteer,
  second: Volunteer,
  campaignLanguages: readonly string[],
): readonly PairProblem[] {
  const spoken = [...first.languages, ...second.languages]
  return [
    ...(sharesOne(first.languages, second.languages) ? [] : [{ kind: 'noLanguageTogether' as const }]),
    ...(sharesOne(spoken, campaignLanguages) ? [] : [{ kind: 'noLanguageOfCampaign' as const }]),
    ...(areFreeTogether(first, second) ? [] : [{ kind: 'noTimeTogether' as const }]),
  ]
}

/** Who named no times can go at any. */
const areFreeTogether = (first: Volunteer, second: Volunteer) =>
  first.times.length === 0 || second.times.length === 0 || sharesOne(first.times, second.times)

const sharesOne = (one: readonly string[], other: readonly string[]) => one.some((item) => other.includes(item))
