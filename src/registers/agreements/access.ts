import { type AccessRule, staffRule } from '../../platform/access/rule.ts'

/** Who records and ends agreements; of whom, is limited as people are. */
export const keepAgreements: AccessRule = staffRule(
  'keepAgreements',
  ['coordinator', 'socialWorker'],
  ['professionalSecrecy'],
)
