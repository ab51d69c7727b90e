import { z } from 'zod'
import { requiredText, seenVersion } from '../../platform/http/index.ts'
import { patternKindsIn } from '../../platform/texts-about-people/number-patterns.ts'

/** Longest text about somebody: short, per purpose (P12). */
export const noteLength = 1000
/** Longest text of one line. */
export const lineLength = 200

const hasNoNationalNumber = (text: string) => !patternKindsIn(text).includes('national-number')

/** Field schema: text about a person, at most `max` characters; a national number in it is refused (P3). */
export const textAboutPerson = (max = noteLength) =>
  requiredText(max).refine(hasNoNationalNumber, 'guidance.error.nationalNumber')

/** Field schema: the same, may be absent. */
export const optionalTextAboutPerson = (max = noteLength) =>
  z.string().max(max, 'form.error.tooLong').refine(hasNoNationalNumber, 'guidance.error.nationalNumber').optional()

/** Field schema: the version of a record that the page was made from. */
export const versionField = () => seenVersion().positive()
