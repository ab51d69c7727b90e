import { type AccessRule, staffRule } from '../../../../platform/access/rule.ts'

/** Telling others of a card what the person agreed: who reads cards, in the inbox or in the case it became. */
export const tellOfCards: AccessRule = staffRule(
  'tellOfCards',
  ['coordinator', 'socialWorker'],
  ['professionalSecrecy'],
)
