export { readCode, spacedCode } from './cards/card-code.ts'
export {
  type CardAgreement,
  type CardChannel,
  type CardInput,
  type CardReceiver,
  type CardSource,
  type CardUrgency,
  cardAgreement,
  cardChannels,
  cardInput,
  cardLanguages,
  cardLengths,
  cardReceivers,
  cardSources,
  cardUrgencies,
} from './cards/card-input.ts'
export { type EmergencyLine, emergencyLines } from './emergency-numbers.ts'
export {
  type ActAnswer,
  type ActsAnswer,
  type RefusalReason,
  refusalReasons,
  sentenceLength,
  type VisitAct,
} from './visits/acts/visit-act.ts'
export type {
  RecentVisit,
  RoundDoor,
  RoundsAnswer,
  SentCard,
  SentCardStatus,
  VisitorRound,
} from './visits/phone/rounds-answer.ts'
export {
  type VisitOutcome,
  type VisitTopic,
  visibleHoursAfterHandover,
  visitOutcomes,
  visitTopics,
} from './visits/visit.ts'
