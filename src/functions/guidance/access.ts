import { type AccessRule, staffRule } from '../../platform/access/rule.ts'

/** Coordinators and social workers under professional secrecy; which cases they see depends on their membership of each. */
export const workOnCases: AccessRule = staffRule(
  'workOnCases',
  ['coordinator', 'socialWorker'],
  ['professionalSecrecy'],
)

/** What became of rights, in numbers that point at nobody: who works on cases, and who steers or decides (chapter 16 of the domain guide). */
export const seeRightsFigures: AccessRule = {
  name: 'seeRightsFigures',
  allows: (actor) => workOnCases.allows(actor) || steer.allows(actor),
}
const steer = staffRule('steerOnRights', ['steeringGroup', 'policyMaker'])

/** Whoever may receive a handover in their zone: only those bound by professional secrecy (P7). */
export const receiveHandovers: AccessRule = staffRule(
  'receiveHandovers',
  ['partnerCoordinator', 'socialWorker', 'coordinator'],
  ['professionalSecrecy'],
)

/** What the municipality decides itself about rights: public regulations, nothing of a person, so no secrecy is asked. */
export const keepLocalParameters: AccessRule = staffRule('keepLocalParameters', ['coordinator', 'socialWorker'])
