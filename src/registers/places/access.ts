import { signedIn, staffRule } from '../../platform/access/rule.ts'

/** Places are published: whoever works here may look. */
export const readPlaces = { ...signedIn, name: 'readPlaces' }

/** Drawing up neighbourhoods of one's own is for who directs the work or runs the installation. */
export const composePlaces = staffRule('composePlaces', ['coordinator', 'administrator'])

/** Bringing in published areas and tables between them is for the same people. */
export const importAreas = staffRule('importAreas', ['coordinator', 'administrator'])
