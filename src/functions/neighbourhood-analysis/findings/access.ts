import { isStaff, staffRule } from '../../../platform/access/rule.ts'

/** Everybody who works here but the technical administrator (chapter 16 of the domain guide: analysis findings). */
export const readFindings = {
  name: 'readFindings',
  allows: (actor: Parameters<typeof isStaff>[0]) => isStaff(actor) && actor.role !== 'administrator',
}

/** Who writes what was found: those who gather it and those who steer. */
export const writeFindings = staffRule('writeFindings', [
  'communityWorker',
  'coordinator',
  'partnerCoordinator',
  'steeringGroup',
])

/** Who looks as second whether somebody can be recognised. */
export const secondReadFindings = staffRule('secondReadFindings', ['communityWorker', 'coordinator'])
