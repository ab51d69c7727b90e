import { staffRule } from '../../../platform/access/rule.ts'
import { readFindings } from '../findings/access.ts'

/** Sums over a year, with few people hidden: for all who read findings (chapter 16 of the domain guide: reach tallies). */
export const readHeard = { ...readFindings, name: 'readHeard' }

/** Who counts at an occasion: everybody who meets residents. */
export const countHeard = staffRule('countHeard', [
  'visitor',
  'matcher',
  'communityWorker',
  'coordinator',
  'socialWorker',
  'partnerCoordinator',
  'steeringGroup',
])
