import { signedIn, staffRule } from '../../platform/access/rule.ts'

/** The offer is for everybody (chapter 16 of the domain guide); residents read it on the public site. */
export const readOffer = signedIn

/** Who keeps the map up to date; a partner's coordinator only the partner's own, see `mayChangeOfferOf`. */
export const changeOffer = staffRule('changeOffer', ['communityWorker', 'coordinator', 'partnerCoordinator'])

/**
 * Who takes over whole files and settles what is there twice: those who keep the map of everybody. An administrator reads the
 * offer only (chapter 16) and has the command line.
 */
export const exchangeOffer = staffRule('exchangeOffer', ['communityWorker', 'coordinator'])

/** Who sees the sheets of organisations. */
export const readOrganisations = staffRule('readOrganisations', [
  'matcher',
  'communityWorker',
  'coordinator',
  'socialWorker',
  'frontlineProfessional',
  'partnerCoordinator',
  'steeringGroup',
  'policyMaker',
  'dataProtectionOfficer',
])
