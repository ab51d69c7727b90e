import type { Actor } from '../../platform/access/actor.ts'
import { type AccessRule, isSecrecyCoordinator, staffRule } from '../../platform/access/rule.ts'

const oversee = staffRule('overseeRights', ['dataProtectionOfficer'])

/** Who sees the requests: a coordinator under professional secrecy, and the data protection officer. */
export const seeRequests: AccessRule = {
  name: 'seeRequests',
  allows: (actor) => isSecrecyCoordinator(actor) || oversee.allows(actor),
}

/** Who registers a request of anybody: whoever handles it, in each data zone (GDPR art. 38.4: people may go to the officer). */
export const registerRequest: AccessRule = { name: 'registerRequest', allows: seeRequests.allows }

/** Who passes on what a volunteer asks: who guides them, too, and sees no request for it. */
export const passOnRequest: AccessRule = {
  name: 'passOnRequest',
  allows: (actor) => registerRequest.allows(actor) || staffRule('', ['partnerCoordinator']).allows(actor),
}

/** Whether `actor` lets frozen data go: the data protection officer of the data zone alone. */
export const letsGo = (actor: Actor): boolean => oversee.allows(actor)

/** What decides who opens all that is held: whether it is frozen, and whether the data zone has a coordinator under secrecy. */
export type HeldCase = { readonly isFrozen: boolean; readonly hasHandler: boolean }

/**
 * Whether `actor` may open all that is held under a request: the coordinator. What is frozen, and in a data zone where no
 * coordinator is under secrecy, the data protection officer: under a reasoned request, as the access matrix says (chapter 16).
 */
export const opensHeld = (actor: Actor, { isFrozen, hasHandler }: HeldCase): boolean =>
  isFrozen || !hasHandler ? oversee.allows(actor) : isSecrecyCoordinator(actor)
