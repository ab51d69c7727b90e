import { signedIn, staffRule } from '../../platform/access/rule.ts'

/** The offer is for everybody (chapter 16 of the domain guide); residents read it on the public site. */
export const readOffer = signedIn

/** Who keeps the map up to date; a partner's coordinator only the partner's own, see `mayChangeOfferOf`. */
export const changeOffer = staffRule('changeOffer', ['communityWorker', 'coordinator', 'partnerCoordinator'])

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
