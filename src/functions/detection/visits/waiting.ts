import { addWorkingDays, isoDateIn } from '@meernet/calendar'
import { isStaff } from '../../../platform/access/rule.ts'
import { actsLostWithPhones } from '../../../platform/identity/index.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import type { Waiting, WaitingOf } from '../../../platform/waiting/waiting.ts'
import { roundsForVisitor } from '../campaigns/index.ts'
import { leadVisits, useVisitApp } from './access.ts'
import { callsSince, overdueOutings } from './outings/outing-store.ts'
import { refusedTally } from './refused-acts/refused-act-store.ts'

/** Working days in which a coordinator settles what a phone could not get applied: the visitor's words wait in it. */
const workingDaysToSettle = 1

/** For a visitor the rounds of today and later; for a coordinator who called, who is not back, and what a phone could not get applied. */
export const waitingInVisits: WaitingOf = async (tx) => {
  const { actor } = tx
  const today = isoDateIn(municipalTimeZone, tx.now)
  if (isStaff(actor) && useVisitApp.allows(actor)) {
    const rounds = await roundsForVisitor(tx, actor.userId, today)
    return rounds.map(({ day, doors }) => ({
      message: 'detection.visits.waiting.round',
      values: { doors: doors.filter(({ state }) => state === 'open').length },
      href: '/visits',
      dueOn: day,
    }))
  }
  if (!leadVisits.allows(actor)) return []
  const calls = (await callsSince(tx, tx.now)).filter(({ takenAt }) => takenAt === null).length
  const overdue = (await overdueOutings(tx, tx.now, 'also escalated')).length
  const refused = await refusedTally(tx)
  const lost = (await actsLostWithPhones(tx)).length
  return [
    ...some(calls, { message: 'detection.visits.waiting.calls', href: '/outings', dueOn: today, isAlarm: true }),
    ...some(overdue, { message: 'detection.visits.waiting.overdue', href: '/outings', dueOn: today, isAlarm: true }),
    ...some(lost, { message: 'detection.visits.waiting.lost', href: '/refused-acts', dueOn: today }),
    ...some(refused.count, {
      message: 'detection.visits.waiting.refused',
      href: '/refused-acts',
      dueOn: addWorkingDays(isoDateIn(municipalTimeZone, refused.since ?? tx.now), workingDaysToSettle),
    }),
  ]
}

const some = (count: number, waiting: Waiting): readonly Waiting[] =>
  count > 0 ? [{ ...waiting, values: { count } }] : []
