import { type AccessRule, staffRule } from '../../platform/access/rule.ts'

/** Coordinators and social workers under professional secrecy; which cases they see depends on their membership of each. */
export const workOnCases: AccessRule = staffRule(
  'workOnCases',
  ['coordinator', 'socialWorker'],
  ['professionalSecrecy'],
)

/** Whoever may receive a handover in their zone: only those bound by professional secrecy (P7). */
export const receiveHandovers: AccessRule = staffRule(
  'receiveHandovers',
  ['partnerCoordinator', 'socialWorker', 'coordinator'],
  ['professionalSecrecy'],
)
