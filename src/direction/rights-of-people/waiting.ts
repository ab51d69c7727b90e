import { isoDateIn } from '@meernet/calendar'
import { municipalTimeZone } from '../../platform/messages/index.ts'
import type { WaitingOf } from '../../platform/waiting/waiting.ts'
import { seeRequests } from './access.ts'
import { answerBy } from './request.ts'
import { openRequests } from './request-store.ts'

/** Requests that must be answered, each with its day, for who handles them and for the data protection officer. */
export const waitingInRights: WaitingOf = async (tx) => {
  if (!seeRequests.allows(tx.actor)) return []
  const today = isoDateIn(municipalTimeZone, tx.now)
  return (await openRequests(tx)).map((request) => ({
    message: answerBy(request) < today ? 'rights.waiting.late' : 'rights.waiting.answer',
    about: { message: `rights.kind.${request.kind}`, days: {} },
    href: `/rights/${request.id}`,
    dueOn: answerBy(request),
  }))
}
