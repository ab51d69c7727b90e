import { isoDateIn } from '@meernet/calendar'
import { municipalTimeZone } from '../../platform/messages/index.ts'
import type { WaitingOf } from '../../platform/waiting/waiting.ts'
import { dueBefore } from './freshness/freshness.ts'
import { dueServices } from './freshness/freshness-store.ts'

/** For who keeps the map: how many services to look at again. Nobody was promised a day, so none stands there. */
export const waitingInOrganisations: WaitingOf = async (tx) => {
  const due = dueBefore(tx.actor, isoDateIn(municipalTimeZone, tx.now))
  if (!due) return []
  const { total } = await dueServices(tx, due, 1)
  if (total === 0) return []
  return [
    {
      message: 'organisations.waiting.stale',
      values: { count: total },
      href: '/services/freshness',
      dueOn: undefined,
    },
  ]
}
