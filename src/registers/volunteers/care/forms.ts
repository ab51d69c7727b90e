import { z } from 'zod'
import { isoDate, oneOf, requiredText, seenVersion } from '../../../platform/http/index.ts'
import { patternKindsIn } from '../../../platform/texts-about-people/number-patterns.ts'
import { trainingTopics } from './care.ts'

/** A day on which something was done. */
export const dayForm = z.object({ on: isoDate() })

export const trainingForm = z.object({ topic: oneOf(trainingTopics), on: isoDate() })

/** What the organisation learns from somebody who leaves. */
export const exitTalkForm = z.object({
  version: seenVersion(),
  heldOn: isoDate(),
  learned: requiredText(2000).refine((text) => patternKindsIn(text).length === 0, 'volunteers.care.error.number'),
})
