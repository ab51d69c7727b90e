import { isoDateIn } from '@meernet/calendar'
import { isStaff } from '../../../platform/access/rule.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import type { Waiting, WaitingOf } from '../../../platform/waiting/waiting.ts'
import { roundsForVisitor } from '../campaigns/index.ts'
import { leadVisits, useVisitApp } from './access.ts'
import { callsSince, overdueOutings } from './outing-store.ts'
import { refusedCount } from './refused-act-store.ts'

/** For a visitor the rounds of today; for a coordinator who called, who is not back, and what a phone could not get applied. */
export const waitingInVisits: WaitingOf = async (tx) => {
  const { actor } = tx
  const today = isoDateIn(municipalTimeZone, tx.now)
  if (isStaff(actor) && useVisitApp.allows(actor)) {
    const rounds = (await roundsForVisitor(tx, actor.userId, today)).filter(({ day }) => day === today)
    return rounds.map(({ doors }) => ({
      message: 'detection.visits.waiting.round',
      values: { count: doors.length },
      href: '/visits',
      dueOn: today,
    }))
  }
  if (!leadVisits.allows(actor)) return []
  const calls = (await callsSince(tx, tx.now)).filter(({ takenAt }) => takenAt === null).length
  const overdue = (await overdueOutings(tx, tx.now, 'also escalated')).length
  const refused = await refusedCount(tx)
  return [
    ...some(calls, { message: 'detection.visits.waiting.calls', href: '/outings', dueOn: today }),
    ...some(overdue, { message: 'detection.visits.waiting.overdue', href: '/outings', dueOn: today }),
    ...some(refused, { message: 'detection.visits.waiting.refused', href: '/refused-acts', dueOn: undefined }),
  ]
}

const some = (count: number, waiting: Waiting): readonly Waiting[] =>
  count > 0 ? [{ ...waiting, values: { count } }] : []
