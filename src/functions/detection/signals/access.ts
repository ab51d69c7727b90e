import type { IsoDate } from '@meernet/calendar'
import { type Actor, roles, type StaffActor } from '../../../platform/access/actor.ts'
import { type AccessRule, coversNeighbourhood, staffRule } from '../../../platform/access/rule.ts'
import type { InboxScope } from './inbox/inbox-filter.ts'

/** The inbox: a coordinator under professional secrecy, in the own data zone. */
export const workInInbox: AccessRule = staffRule('workInInbox', ['coordinator'], ['professionalSecrecy'])

/** Handing in a card, and seeing what became of it: whoever meets people in the neighbourhood. */
export const handInCards: AccessRule = staffRule(
  'handInCards',
  roles.filter((role) => !['steeringGroup', 'policyMaker', 'dataProtectionOfficer', 'administrator'].includes(role)),
)

/** Whether the membership of `actor` covers where a signal is; one without a known neighbourhood is everybody's. */
export function covers(actor: Actor, neighbourhoodId: string | null): boolean {
  return neighbourhoodId === null || coversNeighbourhood(actor, neighbourhoodId)
}

/** The part of the inbox that `actor` works in on the day `today`. */
export function inboxScope({ userId, zoneId, neighbourhoods }: StaffActor, today: IsoDate): InboxScope {
  return { userId, zoneId, today, neighbourhoodIds: neighbourhoods === 'all' ? undefined : neighbourhoods }
}
