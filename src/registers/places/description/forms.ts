import { z } from 'zod'
import { oneOf, optionalText, seenVersion } from '../../../platform/http/index.ts'
import { areaTypes } from '../place.ts'

/** What is said of a neighbourhood; an empty field takes back what was said. */
export const descriptionForm = z.object({
  version: seenVersion().positive(),
  areaType: oneOf(areaTypes).optional(),
  knownAs: optionalText(160),
  description: optionalText(2000),
})
