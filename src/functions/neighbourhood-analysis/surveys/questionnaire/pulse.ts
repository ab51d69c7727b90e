import pulseFile from '../content/pulse.json' with { type: 'json' }
import { type Questionnaire, questionnaireSchema } from './questionnaire.ts'

/**
 * Our own anonymous pulse survey, in the six languages of residents. Plain questions of our own: not one of them is an item of a
 * scale, so none is named and nothing is scored.
 */
export const pulse: Questionnaire = questionnaireSchema.parse(pulseFile)
