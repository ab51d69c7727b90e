export { beginToFollow, remind } from './actions.ts'
export type { Outcome } from './followed-right.ts'
export {
  type FollowedRight,
  followedRightsOf,
  insertFollowedRights,
  rightsToAskOf,
  saveOutcome,
} from './followed-right-store.ts'
export { tellRefusals } from './refusals/tell-policy.ts'
export { eventOf } from './right-event.ts'
export { nameOfRight } from './right-words.ts'
export { daysTold } from './term.ts'
export { followedPath } from './views/followed-path.ts'
export { RightsInShort } from './views/rights-in-short.tsx'
export { RightsNotAsked } from './views/rights-not-asked.tsx'
export { renewYearlyTerms } from './yearly-terms.ts'
