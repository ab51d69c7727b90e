import { datedContent } from '../../../platform/content/dated-content.ts'
import meetingBases from '../content/meeting-bases.json' with { type: 'json' }

/** Legal bases on which a person may be named in a case meeting (P11). */
export const meetingBasisContent = datedContent.parse(meetingBases)
