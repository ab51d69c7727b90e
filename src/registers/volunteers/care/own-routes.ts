import type { Transact } from '../../../platform/database/transact.ts'
import { leaveFlash, may, type Routes, staffOf } from '../../../platform/http/index.ts'
import { keepOwnFile } from '../access.ts'
import { ownFileForChange } from '../own-file.ts'
import { askDebrief } from './actions.ts'

type Needs = { readonly transact: Transact }

/** A volunteer marks a visit of today as hard, and is owed a talk. */
export function ownCareRoutes(routes: Routes, needs: Needs): void {
  routes.post('/my-volunteering/debriefs', may(keepOwnFile), async (c) => {
    const actor = staffOf(c)
    const own = await needs.transact(actor, (tx) => ownFileForChange(tx, actor.userId))
    await askDebrief(needs, actor, own.id, 'volunteer')
    leaveFlash(c, 'volunteers.debriefs.asked')
    return c.redirect('/my-volunteering', 303)
  })
}
