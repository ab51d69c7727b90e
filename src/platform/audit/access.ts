import { staffRule } from '../access/rule.ts'

/** Reads the audit log: the data protection officer alone. */
export const readAudit = staffRule('readAudit', ['dataProtectionOfficer'])

/** Knows whether the log is whole: the administrator too, without reading it. */
export const checkAudit = staffRule('checkAudit', ['dataProtectionOfficer', 'administrator'])
