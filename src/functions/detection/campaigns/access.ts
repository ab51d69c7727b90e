import { type AccessRule, isSecrecyCoordinator, staffRule } from '../../../platform/access/rule.ts'

/** Campaigns, visit lists, letters, pairs: a coordinator under secrecy. Anybody else sees no visit list (matrix, chapter 16). */
export const leadCampaigns: AccessRule = { name: 'leadCampaigns', allows: isSecrecyCoordinator }

/** That a campaign is held, where and when: it is announced in every letter box. */
export const knowCampaigns = staffRule('knowCampaigns', [
  'visitor',
  'matcher',
  'communityWorker',
  'coordinator',
  'socialWorker',
  'partnerCoordinator',
  'steeringGroup',
  'policyMaker',
  'dataProtectionOfficer',
])

/** Numbers of a campaign, small ones hidden. */
export const readFigures = staffRule('readFigures', [
  'coordinator',
  'steeringGroup',
  'policyMaker',
  'dataProtectionOfficer',
])

/** Counts of people reached: whoever met them. */
export const writeTallies = staffRule('writeTallies', [
  'visitor',
  'matcher',
  'communityWorker',
  'coordinator',
  'socialWorker',
  'partnerCoordinator',
])

/** Either of both: the page with the counts. */
export const openTallies: AccessRule = {
  name: 'openTallies',
  allows: (actor) => readFigures.allows(actor) || writeTallies.allows(actor),
}

/** That lists were destroyed: no address in it. */
export const readCertificates: AccessRule = {
  name: 'readCertificates',
  allows: (actor) => isSecrecyCoordinator(actor) || staffRule('', ['dataProtectionOfficer']).allows(actor),
}

/** Why addresses were chosen, as decided: not for who rings at their doors. */
export const readCriteria = readFigures

/** The rule that lets visit lists be deleted by themselves (P15a). */
export const setVisitListRule: AccessRule = {
  name: 'setVisitListRule',
  allows: (actor) => isSecrecyCoordinator(actor) || staffRule('', ['administrator']).allows(actor),
}
/** Who may read how long lists of visits are kept: whoever sets it, and the data protection officer. */
export const readVisitListRule: AccessRule = {
  name: 'readVisitListRule',
  allows: (actor) => setVisitListRule.allows(actor) || staffRule('', ['dataProtectionOfficer']).allows(actor),
}
