export {
  type CampaignLists,
  campaignJobs,
  campaignNavigation,
  campaignRoutes,
  type DemoCampaigns,
  demoCampaigns,
  destroyedLists,
  destroyListsAgain,
  waitingInCampaigns,
} from './campaigns/index.ts'
export type { CardToFile } from './cards/card-to-file.ts'
export { type FiledCard, fileCards } from './cards/file-cards.ts'
export { withdrawOnCard } from './cards/following/card-agreements.ts'
export { followingRoutes } from './cards/following/routes.tsx'
export { waitingInFollowing } from './cards/following/waiting.ts'
export {
  type AskedByCode,
  askedByCode,
  type ListsDestroyed,
  listsDestroyed,
  type SignalBecameCase,
  signalBecameCase,
} from './events.ts'
export { fields } from './fields.ts'
export { myCardRoutes } from './my-card/routes.tsx'
export { paperCardRoutes } from './paper-card/routes.tsx'
export {
  type CardAsked,
  cardAsked,
  cardOfCode,
  codeTries,
  endCard,
  hasInInbox,
  lockCardAsked,
} from './rights/card-asked.ts'
export {
  callsBefore,
  concernsDecidedBefore,
  eraseCalls,
  eraseConcerns,
  volunteersInPairs,
} from './rights/erasing-other-store.ts'
export {
  cardIdsOf,
  cardsEndedBefore,
  eraseCards,
  erasedWithCards,
  peopleWithCardSince,
} from './rights/erasing-store.ts'
export { freezeCard, freezingRequestsOfCards, frozenCard } from './rights/freezing-store.ts'
export { heldInDetection, whatDetectionHolds, whatVisitsHold } from './rights/held-store.ts'
export { allowVisitsAt, type Stopped, stopForObjection, visitsStoppedAt } from './rights/objection.ts'
export { concernNavigation, concernRoutes } from './safety-concerns/routes.tsx'
export { secondJobs, secondNavigation, secondRoutes, waitingInSeconds } from './seconds/index.ts'
export { cardOfCase } from './signals/case/case-card.tsx'
export { noteCaseProgress } from './signals/case/case-progress.ts'
export { type DemoCase, demoCards } from './signals/demo/demo.ts'
export type { DemoCardNeeds } from './signals/demo/demo-card.ts'
export { signalJobs } from './signals/jobs.ts'
export { signalNavigation } from './signals/navigation.ts'
export { signalsByNeighbourhood } from './signals/neighbourhood-count-store.ts'
export { signalRoutes } from './signals/routes.tsx'
export { signalHistoryOf } from './signals/signal-history.ts'
export { waitingInSignals } from './signals/waiting.ts'
export { staffCardRoutes } from './staff-cards/routes.tsx'
export { substituteRoutes } from './substitutes/routes.tsx'
export {
  type DemoVisit,
  demoVisits,
  lastVisitDays,
  phoneRoutes,
  shellRoutes,
  visitJobs,
  visitNavigation,
  visitRoutes,
  waitingInVisits,
} from './visits/index.ts'
export { webFormRoutes } from './web-form/routes.tsx'
