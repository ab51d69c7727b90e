import type { IsoDate } from '@meernet/calendar'
import { z } from 'zod'
import { identifier, oneOf } from '../../../platform/http/index.ts'
import { reachedResults } from '../cases/closing.ts'
import { codeField } from '../code-field.ts'
import { lineLength, noteLength, optionalTextAboutPerson, textAboutPerson, versionField } from '../text-about-person.ts'
import { factKinds } from './fact-store.ts'
import { goalStates } from './goal-store.ts'
import { lifeDomainContent } from './life-domains.ts'

export const goalForm = (today: IsoDate) =>
  z.object({
    id: identifier(),
    words: textAboutPerson(noteLength),
    firstStep: optionalTextAboutPerson(lineLength),
    domain: codeField(lifeDomainContent, today).optional(),
  })
export const goalStateForm = z.object({ goalId: identifier(), version: versionField(), state: oneOf(goalStates) })

/** What a result came to is asked of a result only. */
export const factForm = (today: IsoDate) =>
  z
    .object({
      id: identifier(),
      domain: codeField(lifeDomainContent, today),
      kind: oneOf(factKinds),
      reached: oneOf(reachedResults).optional(),
      text: textAboutPerson(noteLength),
    })
    .refine(({ kind, reached }) => kind !== 'result' || reached !== undefined, {
      path: ['reached'],
      error: 'form.error.choose',
    })
