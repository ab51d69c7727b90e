import { isoDateIn } from '@meernet/calendar'
import { isStaff } from '../access/rule.ts'
import { municipalTimeZone } from '../messages/index.ts'
import type { WaitingOf } from '../waiting/waiting.ts'
import { workLeftBehind } from './left-behind-store.ts'

/** For an administrator: work in the background that does not succeed. */
export const waitingInLeftBehind: WaitingOf = async (tx) => {
  if (!isStaff(tx.actor) || tx.actor.role !== 'administrator') return []
  const count = (await workLeftBehind(tx)).reduce((sum, line) => sum + line.count, 0)
  if (count === 0) return []
  const dueOn = isoDateIn(municipalTimeZone, tx.now)
  return [{ message: 'leftBehind.waiting', values: { count }, href: '/left-behind', dueOn }]
}
