import { type AccessRule, isSecrecyCoordinator, staffRule } from '../../platform/access/rule.ts'

/** Who notes a signal: nearly everybody who meets residents or steers (chapter 16 of the domain guide). */
export const notePolicySignal = staffRule('notePolicySignal', [
  'visitor',
  'matcher',
  'communityWorker',
  'coordinator',
  'socialWorker',
  'frontlineProfessional',
  'partnerCoordinator',
  'steeringGroup',
])

/** Who decides on policy, or advises who does. */
export const decideOnPolicy = staffRule('decideOnPolicy', ['steeringGroup', 'policyMaker'])

const oversee = staffRule('overseePolicySignals', ['dataProtectionOfficer'])

/** Who weighs them all, once a second reader found nobody recognisable in them. A coordinator without secrecy notes only. */
export const weighPolicySignals: AccessRule = {
  name: 'weighPolicySignals',
  allows: (actor) => isSecrecyCoordinator(actor) || decideOnPolicy.allows(actor) || oversee.allows(actor),
}

/** Who sees what nobody read for recognisability yet, and reads it: a coordinator under secrecy. */
export const secondReadPolicySignals: AccessRule = {
  name: 'secondReadPolicySignals',
  allows: isSecrecyCoordinator,
}

/** The list: all signals for who weighs them, one's own for who notes them. */
export const seePolicySignals: AccessRule = {
  name: 'seePolicySignals',
  allows: (actor) => weighPolicySignals.allows(actor) || notePolicySignal.allows(actor),
}
