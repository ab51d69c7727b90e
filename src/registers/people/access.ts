import { type AccessRule, staffRule } from '../../platform/access/rule.ts'

/**
 * Who works with people under professional secrecy. A coordinator sees everybody of the zone, a social worker only those in
 * whose case they are; row-level security draws that line.
 */
export const knowPeople: AccessRule = staffRule('knowPeople', ['coordinator', 'socialWorker'], ['professionalSecrecy'])

/** Who registers somebody without a case; a social worker does so by opening one. */
export const registerPeople: AccessRule = staffRule('registerPeople', ['coordinator'], ['professionalSecrecy'])
