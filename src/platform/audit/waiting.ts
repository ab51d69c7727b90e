import { addDays, isoDateIn } from '@meernet/calendar'
import { isStaff } from '../access/rule.ts'
import { municipalTimeZone } from '../messages/index.ts'
import type { WaitingOf } from '../waiting/waiting.ts'
import { isDoneThisMonth, isNotedLately } from './audit-store.ts'
import { brokenAction } from './jobs.ts'
import { lastOfMonth } from './months.ts'
import { oddAccesses } from './odd-access-store.ts'

/** How the log notes that the sample of a month was looked at. */
export const sampleAction = 'read audit sample'

/** For the data protection officer: the sample of each month and odd looks (P17), and a log that is no longer whole. */
export const waitingInAudit: WaitingOf = async (tx) => {
  if (!isStaff(tx.actor) || tx.actor.role !== 'dataProtectionOfficer') return []
  const today = isoDateIn(municipalTimeZone, tx.now)
  const sample = (await isDoneThisMonth(tx, sampleAction))
    ? []
    : [{ message: 'audit.waiting.sample', href: '/audit/sample', dueOn: lastOfMonth(today) }]
  const odd = (await oddAccesses(tx)).map(({ day }) => ({
    message: 'audit.waiting.odd',
    href: `/audit?day=${day}`,
    dueOn: addDays(day, 7),
  }))
  const isBroken = await isNotedLately(tx, brokenAction)
  const broken = isBroken ? [{ message: 'audit.waiting.broken', href: '/integrity', dueOn: today }] : []
  return [...broken, ...odd, ...sample]
}
