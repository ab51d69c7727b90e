import type { Actor, Role, SecrecyStatus, StaffActor } from './actor.ts'

/** Who may enter a route: the first check. What they then see is limited by their queries and by row-level security. */
export type AccessRule = {
  /** Says in code words what is allowed: `readInbox`. */
  readonly name: string
  allows(actor: Actor): boolean
}

/** Anybody, signed in or not. */
export const everyone: AccessRule = { name: 'everyone', allows: () => true }

/** Anybody signed in. */
export const signedIn: AccessRule = { name: 'signedIn', allows: (actor) => actor.kind === 'staff' }

/** Staff in one of `roles`, with one of `secrecy` when given. */
export function staffRule(name: string, roles: readonly Role[], secrecy?: readonly SecrecyStatus[]): AccessRule {
  return {
    name,
    allows: (actor) => isStaff(actor) && roles.includes(actor.role) && (!secrecy || secrecy.includes(actor.secrecy)),
  }
}

/**
 * A coordinator bound by professional secrecy. One without it falls back to what a community worker may (chapter 16 of the
 * domain guide) and needs a secrecy holder as second.
 */
export function isSecrecyCoordinator(actor: Actor): actor is StaffActor {
  return isStaff(actor) && actor.role === 'coordinator' && actor.secrecy === 'professionalSecrecy'
}

/** Whether somebody is signed in, in a membership. */
export function isStaff(actor: Actor): actor is StaffActor {
  return actor.kind === 'staff'
}

/** Whether the membership of `actor` covers `neighbourhoodId`; the program itself covers all. */
export function coversNeighbourhood(actor: Actor, neighbourhoodId: string): boolean {
  if (actor.kind === 'system') return true
  return isStaff(actor) && (actor.neighbourhoods === 'all' || actor.neighbourhoods.includes(neighbourhoodId))
}
