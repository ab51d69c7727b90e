import { isoDateIn } from '@meernet/calendar'
import { systemActor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import { colleagues, tellColleague } from '../../../platform/identity/index.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import { reviewDue } from './access-review.ts'
import { reviewDays } from './access-review-store.ts'

/** Lets administrators know that a review of who has access is due; the mail says that something waits, not what (P22). */
export function remindOfReview({ transact }: { readonly transact: Transact }, municipalityId: string): Promise<void> {
  return transact(systemActor(municipalityId, 'remind of access review'), async (tx) => {
    const today = isoDateIn(municipalTimeZone, tx.now)
    if (reviewDue(await reviewDays(tx), today).dueOn > today) return
    for (const { userId } of await colleagues(tx, { roles: ['administrator'] })) await tellColleague(tx, userId)
  })
}
