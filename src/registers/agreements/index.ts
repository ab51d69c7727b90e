export { noteWithdrawal } from './actions.ts'
export {
  type AgreementPurpose,
  type Audience,
  agreementPurposes,
  audiences,
  isValidOn,
  type NewAgreement,
  type SharingAgreement,
  type WayOfGiving,
  type WithdrawalChannel,
  waysOfGiving,
  withdrawalChannels,
} from './agreement.ts'
export {
  agreementsEndingBetween,
  agreementsOf,
  agreementsOfCards,
  holdAgreement,
  partFromCard,
  recordAgreement,
  recordAgreements,
  withdrawAgreement,
} from './agreement-store.ts'
export { type AgreementWithdrawn, agreementWithdrawn } from './events.ts'
export { fields } from './fields.ts'
export { eraseAgreementsOf, heldInAgreements, peopleWithAgreementSince, whatAgreementsHold } from './held-store.ts'
export { type LegalBasis, legalBases, legalBasis } from './legal-ground.ts'
export { ensureLegalGround, type LegalGround, legalGroundsOf, recordLegalGrounds } from './legal-ground-store.ts'
export { agreementsOfPerson } from './person-section.ts'
export { agreementRoutes } from './routes.tsx'
