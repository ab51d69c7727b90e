export { wordsOfHeldAnswer, wordsOfHeldOutcome } from './case-rights/held-check.ts'
export { tellMembersOfWithdrawal } from './cases/agreement-withdrawal.ts'
export { openCaseFromSignal } from './cases/case-actions.ts'
export type { DemoOpened } from './demo/demo-cases.ts'
export { demoGuidance } from './demo/demo-guidance.ts'
export { caseIdsOf, casesClosedBefore, eraseCases, erasedInGuidance, peopleWithCaseSince } from './erasing-store.ts'
export {
  type CaseProgressed,
  caseProgressed,
  type PatternCounted,
  type PolicySignalNoted,
  patternCounted,
  policySignalNoted,
} from './events.ts'
export { fields } from './fields.ts'
export { returnHandovers } from './handovers/follow-up.ts'
export { heldInGuidance, whatGuidanceHolds } from './held-store.ts'
export { guidanceJobs } from './jobs.ts'
export { localParametersNavigation } from './local-parameters/routes.tsx'
export { casesOnPersonPage } from './person-section.ts'
export { rightsFoundAndChecks } from './rights-followed/figures/rights-found.ts'
export { rightsFiguresNavigation } from './rights-followed/figures/routes.tsx'
export { nameOfRight } from './rights-followed/index.ts'
export { guidanceNavigation, guidanceRoutes } from './routes.ts'
export { waitingInGuidance } from './waiting.ts'
