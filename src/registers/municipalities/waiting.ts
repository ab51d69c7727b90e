import { addDays, isoDateIn } from '@meernet/calendar'
import { isStaff } from '../../platform/access/rule.ts'
import { members } from '../../platform/identity/index.ts'
import { municipalTimeZone } from '../../platform/messages/index.ts'
import type { WaitingOf } from '../../platform/waiting/waiting.ts'

/** How long before its day the review of a secrecy status is put before the administrator. */
const noticeDays = 30

/** For an administrator: statuses of secrecy to look at again, before they stop to count (P5). */
export const waitingInMunicipalities: WaitingOf = async (tx) => {
  if (!isStaff(tx.actor) || tx.actor.role !== 'administrator') return []
  const until = addDays(isoDateIn(municipalTimeZone, tx.now), noticeDays)
  return (await members(tx)).flatMap(({ id, secrecyReviewOn }) =>
    secrecyReviewOn !== null && secrecyReviewOn <= until
      ? [{ message: 'municipalities.waiting.review', href: `/admin/memberships/${id}`, dueOn: secrecyReviewOn }]
      : [],
  )
}
