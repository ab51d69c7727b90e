import { z } from 'zod'
import { identifier, isoDate, manyOf, oneOf } from '../../../platform/http/index.ts'
import { versionField } from '../text-about-person.ts'
import { keptAnswers } from './kept-check.ts'

/** Answers as they travel in a form: longer than a household with forty persons and every answer. */
const toldField = () => z.string().max(120_000, 'form.error.tooLong')

/** Keeps a check in the case. The person agreed to exactly this. */
export const keepForm = z.object({
  id: identifier(),
  version: versionField(),
  told: toldField(),
  kept: oneOf(keptAnswers),
  agreed: z.string({ error: 'guidance.caseRights.keep.agreedMissing' }),
  ask: manyOf(z.string().max(80)),
})

/** Another day for answers that are under way (`told`) or kept (`check`). */
export const anotherDayForm = z.object({ told: toldField().optional(), check: identifier().optional(), on: isoDate() })

/** Two kept checks. */
export const twoChecksForm = z
  .object({ first: identifier(), second: identifier() })
  .refine(({ first, second }) => first !== second, {
    path: ['second'],
    error: 'guidance.caseRights.compare.sameCheck',
  })
