import { staffRule } from '../../platform/access/rule.ts'

/** Keeps members, zones and settings of the municipality. */
export const administer = staffRule('administer', ['administrator'])

/** Reviews who has access to what (P18). */
export const readAccessList = staffRule('readAccessList', ['administrator', 'dataProtectionOfficer'])
