import type { Transact } from '../../../platform/database/transact.ts'
import { leaveFlash, may, notFound, type Routes, staffOf } from '../../../platform/http/index.ts'
import { keepOwnFile } from '../access.ts'
import { volunteerOf } from '../volunteer-store.ts'
import { askDebrief } from './actions.ts'

type Needs = { readonly transact: Transact }

/** A volunteer marks a visit of today as hard, and is owed a talk. */
export function ownCareRoutes(routes: Routes, needs: Needs): void {
  routes.post('/my-volunteering/debriefs', may(keepOwnFile), async (c) => {
    const actor = staffOf(c)
    const own = await needs.transact(actor, (tx) => volunteerOf(tx, actor.userId))
    if (!own) notFound('volunteer', 'of this account')
    await askDebrief(needs, actor, own.id, 'volunteer')
    leaveFlash(c, 'volunteers.debriefs.asked')
    return c.redirect('/my-volunteering', 303)
  })
}
