import { type AccessRule, isStaff, signedIn, staffRule } from '../../../platform/access/rule.ts'

/** The way in to the analysis: whoever works here. */
export const readAnalysis = { ...signedIn, name: 'readAnalysis' }

/** Reports and what leads to them (chapter 16, "analysis findings"): everybody who works on content, so not the administrator. */
export const readReports: AccessRule = {
  name: 'readReports',
  allows: (actor) => isStaff(actor) && actor.role !== 'administrator',
}

/** Who writes in them. */
export const writeReports = staffRule('writeReports', [
  'communityWorker',
  'coordinator',
  'partnerCoordinator',
  'steeringGroup',
])

/** Who reads as second whether anybody can be recognised (P14): somebody under secrecy. */
export const secondReadReports = staffRule(
  'secondReadReports',
  ['coordinator', 'socialWorker'],
  ['professionalSecrecy'],
)

/** Who brings a report out and takes it off again. */
export const publishReports = staffRule('publishReports', ['coordinator'])
