import { type AccessRule, isSecrecyCoordinator, staffRule } from '../../platform/access/rule.ts'

/** Records what the municipality decided: the administrator. */
export const recordRules = staffRule('recordRetentionRules', ['administrator'])
const oversee = staffRule('overseeRetention', ['dataProtectionOfficer'])

/** Looks whether what is proposed may go: who knows the records, a coordinator under professional secrecy. */
export const checkDeletions: AccessRule = { name: 'checkDeletions', allows: isSecrecyCoordinator }

/** Decides: a coordinator or administrator, and always somebody else than who checked. */
export const approveDeletions: AccessRule = {
  name: 'approveDeletions',
  allows: (actor) => isSecrecyCoordinator(actor) || recordRules.allows(actor),
}

/** Sees terms, proposals and certificates. */
export const seeRetention: AccessRule = {
  name: 'seeRetention',
  allows: (actor) => approveDeletions.allows(actor) || oversee.allows(actor),
}
