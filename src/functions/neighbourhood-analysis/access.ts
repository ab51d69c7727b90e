import { signedIn, staffRule } from '../../platform/access/rule.ts'

/** Published figures about areas: whoever works here may look. */
export const readFigures = { ...signedIn, name: 'readFigures' }

/** Bringing figures in is for who directs the work or runs the installation. */
export const importFigures = staffRule('importFigures', ['coordinator', 'administrator'])
