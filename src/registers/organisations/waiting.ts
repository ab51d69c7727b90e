import { addDays, isoDateIn } from '@meernet/calendar'
import { municipalTimeZone } from '../../platform/messages/index.ts'
import type { WaitingOf } from '../../platform/waiting/waiting.ts'
import { changeOffer } from './access.ts'
import { searchServices } from './search/service-search-store.ts'
import { staleAfterDays } from './service.ts'

/** For who keeps the map: services nobody looked at for a year; for a partner's coordinator the partner's own. */
export const waitingInOrganisations: WaitingOf = async (tx) => {
  const { actor } = tx
  if (actor.kind !== 'staff' || !changeOffer.allows(actor)) return []
  const today = isoDateIn(municipalTimeZone, tx.now)
  const { total } = await searchServices(tx, {
    verifiedBefore: addDays(today, -staleAfterDays),
    zoneId: actor.role === 'partnerCoordinator' ? actor.zoneId : undefined,
    limit: 1,
  })
  if (total === 0) return []
  return [
    { message: 'organisations.waiting.stale', values: { count: total }, href: '/services?stale=yes', dueOn: undefined },
  ]
}
