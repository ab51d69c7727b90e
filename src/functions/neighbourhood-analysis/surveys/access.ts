import { signedIn, staffRule } from '../../../platform/access/rule.ts'

/** Which surveys there are and what came of them: added up, so whoever works here may look. */
export const readSurveys = { ...signedIn, name: 'readSurveys' }

/** Making a survey, opening and finishing it, reading what was written in it. */
export const leadSurveys = staffRule('leadSurveys', ['communityWorker', 'coordinator'])

/** Typing in sheets of paper, or asking the questions to somebody. */
export const typeInAnswers = staffRule('typeInAnswers', ['communityWorker', 'coordinator', 'socialWorker', 'matcher'])
