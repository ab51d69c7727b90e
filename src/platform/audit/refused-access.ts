import type { StaffActor } from '../access/actor.ts'
import type { Transact } from '../database/transact.ts'
import { auditOnceADay } from './once-a-day.ts'

/** Notes that a colleague was refused on a route, once a day for each: `route` is its pattern, never the address. */
export const noteRefusedAccess =
  (transact: Transact) =>
  async (actor: StaffActor, route: string): Promise<void> =>
    transact(actor, (tx) => auditOnceADay(tx, { action: 'refuse access', subject: { type: 'page', id: route } }))
