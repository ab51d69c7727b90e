import { type AccessRule, isSecrecyCoordinator, staffRule } from '../../platform/access/rule.ts'

const oversee = staffRule('overseeRights', ['dataProtectionOfficer'])

/** Who sees the requests: a coordinator under professional secrecy, and the data protection officer. */
export const seeRequests: AccessRule = {
  name: 'seeRequests',
  allows: (actor) => isSecrecyCoordinator(actor) || oversee.allows(actor),
}

/** Who registers one, with whom it is about: a coordinator under professional secrecy. */
export const registerRequest: AccessRule = { name: 'registerRequest', allows: isSecrecyCoordinator }

/** Whether `actor` may open all that is held: the coordinator, and of frozen data the data protection officer alone. */
export const opensHeld = (actor: Parameters<AccessRule['allows']>[0], isFrozen: boolean): boolean =>
  isFrozen ? oversee.allows(actor) : isSecrecyCoordinator(actor)
