import type { IsoDate } from '@meernet/calendar'
import { addDays } from '@meernet/calendar'

/** How long after a review the next one is due, and how long one that began may take; days. */
const daysBetweenReviews = 182
const daysForReview = 30

/** One review of who has access. */
export type AccessReview = {
  readonly id: string
  readonly begunAt: Date
  readonly begunBy: string
  readonly closedAt: Date | null
  readonly closedBy: string | null
}

/** What was decided about one membership; `ended` also when it was ended elsewhere meanwhile. */
export type ReviewLine = {
  readonly membershipId: string
  readonly decision: 'confirmed' | 'ended' | null
}

/** By when somebody must look: the open review is to be finished, or the next is to begin; at once when there never was one. */
export function reviewDue(
  reviews: { readonly openSince: IsoDate | undefined; readonly lastClosedOn: IsoDate | undefined },
  today: IsoDate,
): { readonly kind: 'finish' | 'begin'; readonly dueOn: IsoDate } {
  if (reviews.openSince) return { kind: 'finish', dueOn: addDays(reviews.openSince, daysForReview) }
  return { kind: 'begin', dueOn: reviews.lastClosedOn ? addDays(reviews.lastClosedOn, daysBetweenReviews) : today }
}

/**
 * Whether somebody may confirm a line: nobody vouches for their own access while there is another administrator who can.
 * `administrators` are the accounts of those who administer here.
 */
export function mayConfirm(
  accountId: string,
  { userId }: { readonly userId: string },
  administrators: readonly string[],
): boolean {
  return accountId !== userId || administrators.every((one) => one === userId)
}

/** Lines that nobody decided yet; a review is closed when there are none. */
export const undecided = <Line extends ReviewLine>(lines: readonly Line[]): readonly Line[] =>
  lines.filter(({ decision }) => decision === null)
