import { addDays, type IsoDate, isoDateIn } from '@meernet/calendar'
import type { StaffActor } from '../../platform/access/actor.ts'
import { isStaff } from '../../platform/access/rule.ts'
import type { Tx } from '../../platform/database/transact.ts'
import { members, ownSecrecy } from '../../platform/identity/index.ts'
import { municipalTimeZone } from '../../platform/messages/index.ts'
import type { Waiting, WaitingOf } from '../../platform/waiting/waiting.ts'
import { reviewDue } from './access-review/access-review.ts'
import { accessReviews, reviewDays } from './access-review/access-review-store.ts'
import { guardedZones } from './zones/officers.ts'

/** How long before its day the review of a secrecy status is put before the administrator, and before who it binds. */
const noticeDays = 30
const ownNoticeDays = 14

/**
 * Statuses of secrecy to look at again before they stop to count (P5): for an administrator those of all, for everybody their own.
 * And for an administrator the review of who has access (P18), and data zones without a data protection officer (P16).
 */
export const waitingInMunicipalities: WaitingOf = async (tx) => {
  if (!isStaff(tx.actor)) return []
  const today = isoDateIn(municipalTimeZone, tx.now)
  const own = await ownReview(tx, tx.actor, today)
  if (tx.actor.role !== 'administrator') return own
  return [
    ...(await reviewsOfOthers(tx, today)),
    ...own,
    ...(await accessReview(tx, today)),
    ...(await officersMissing(tx)),
  ]
}

async function officersMissing(tx: Tx): Promise<readonly Waiting[]> {
  return (await guardedZones(tx))
    .filter(({ lacksOfficer }) => lacksOfficer)
    .map(({ id, name }) => ({
      message: 'municipalities.waiting.officer',
      about: name,
      href: `/admin/memberships/new?zone=${id}&role=dataProtectionOfficer`,
      dueOn: undefined,
    }))
}

async function reviewsOfOthers(tx: Tx, today: IsoDate): Promise<readonly Waiting[]> {
  const until = addDays(today, noticeDays)
  return (await members(tx)).flatMap(({ id, secrecyReviewOn }) =>
    secrecyReviewOn !== null && secrecyReviewOn <= until
      ? [{ message: 'municipalities.waiting.review', href: `/admin/memberships/${id}`, dueOn: secrecyReviewOn }]
      : [],
  )
}

async function ownReview(tx: Tx, actor: StaffActor, today: IsoDate): Promise<readonly Waiting[]> {
  const reviewOn = (await ownSecrecy(tx, actor))?.reviewOn
  if (!reviewOn || reviewOn > addDays(today, ownNoticeDays)) return []
  const message = reviewOn < today ? 'municipalities.waiting.ownReviewPassed' : 'municipalities.waiting.ownReview'
  return [{ message, href: '/account', dueOn: reviewOn }]
}

async function accessReview(tx: Tx, today: IsoDate): Promise<readonly Waiting[]> {
  const { kind, dueOn } = reviewDue(await reviewDays(tx), today)
  if (dueOn > addDays(today, noticeDays)) return []
  const open = kind === 'finish' ? (await accessReviews(tx)).find(({ closedAt }) => closedAt === null) : undefined
  const href = open ? `/admin/access-list/reviews/${open.id}` : '/admin/access-list'
  return [{ message: `municipalities.waiting.accessReview.${kind}`, href, dueOn }]
}
