import { staffRule } from '../../../platform/access/rule.ts'

/** What went out of our own counts: for who directs the work and who guards it. */
export const seePublications = staffRule('seePublications', ['coordinator', 'dataProtectionOfficer'])
