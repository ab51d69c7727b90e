import { type AccessRule, isStaff } from '../../../platform/access/rule.ts'

/**
 * Following signals without reading them: a coordinator who is not bound by professional secrecy now, be it never, or since a
 * review date passed. One who is has the inbox.
 */
export const followSignals: AccessRule = {
  name: 'followSignals',
  allows: (actor) => isStaff(actor) && actor.role === 'coordinator' && actor.secrecy !== 'professionalSecrecy',
}
