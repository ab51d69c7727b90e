import { signedIn, staffRule } from '../../../platform/access/rule.ts'

/** What a neighbourhood has, everybody who works here may see (chapter 16 of the domain guide: offer, public indicators). */
export const readAssets = { ...signedIn, name: 'readAssets' }

/** Who keeps the map of places and people. */
export const writeAssets = staffRule('writeAssets', ['communityWorker', 'coordinator', 'partnerCoordinator'])

/** Who takes places over from a file. */
export const importAssets = staffRule('importAssets', ['communityWorker', 'coordinator'])
