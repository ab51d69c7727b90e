import { isoDateIn } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import type { Waiting } from '../../../platform/waiting/waiting.ts'
import { debriefsIn } from './debrief-store.ts'

/** Talks owed after hard visits, by the first promise: for who guides volunteers. */
export async function debriefsWaiting(tx: Tx): Promise<readonly Waiting[]> {
  const owed = await debriefsIn(tx, { isOpen: true })
  const [first] = owed
  if (!first) return []
  return [
    {
      message: 'volunteers.debriefs.waiting',
      values: { count: owed.length },
      href: '/volunteers/debriefs',
      dueOn: isoDateIn(municipalTimeZone, first.dueAt),
    },
  ]
}
