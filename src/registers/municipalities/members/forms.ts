import type { IsoDate } from '@meernet/calendar'
import { z } from 'zod'
import { roles, secrecyStatuses } from '../../../platform/access/actor.ts'
import {
  checkbox,
  emailAddress,
  identifier,
  isoDate,
  manyOf,
  oneOf,
  optionalText,
  phone,
  seenVersion,
} from '../../../platform/http/index.ts'

/** Rule P5: a secrecy status needs a proof and a day ahead on which it is looked at again. */
const secrecyFields = {
  secrecy: oneOf(secrecyStatuses),
  secrecyProof: optionalText(200),
  secrecyReviewOn: isoDate().optional(),
}
const neighbourhoods = { neighbourhoodIds: manyOf(identifier()) }

/** Inviting somebody; `today` decides which review dates are ahead. */
export const inviteForm = (today: IsoDate) =>
  z
    .object({
      id: identifier(),
      email: emailAddress(),
      role: oneOf(roles),
      zoneId: oneOfZone(),
      ...secrecyFields,
      ...neighbourhoods,
    })
    .check(secrecyIsProven(today))
    .transform(withTerms)

/** Changing a membership, from the version one saw. */
export const memberForm = (today: IsoDate) =>
  z
    .object({
      version: seenVersion().positive(),
      phone: phone()
        .optional()
        .transform((value) => value ?? null),
      isOnCall: checkbox(),
      ...secrecyFields,
      ...neighbourhoods,
    })
    .check(secrecyIsProven(today))
    .transform(withTerms)

type Secrecy = {
  readonly secrecy: (typeof secrecyStatuses)[number]
  readonly secrecyProof?: string | undefined
  readonly secrecyReviewOn?: string | undefined
}

function secrecyIsProven(today: IsoDate) {
  return z.superRefine<Secrecy>(({ secrecy, secrecyProof, secrecyReviewOn }, c) => {
    if (secrecy === 'none') return
    const problem = (path: string, message: string) => c.addIssue({ code: 'custom', path: [path], message })
    if (!secrecyProof) problem('secrecyProof', 'municipalities.error.proof')
    if (!secrecyReviewOn || secrecyReviewOn <= today) problem('secrecyReviewOn', 'municipalities.error.review')
  })
}

/** No neighbourhood ticked means all; no secrecy means no proof to keep. */
function withTerms<Form extends Secrecy & { readonly neighbourhoodIds: readonly string[] }>(form: Form) {
  const isBound = form.secrecy !== 'none'
  return {
    ...form,
    secrecyProof: isBound ? (form.secrecyProof ?? null) : null,
    secrecyReviewOn: isBound ? (form.secrecyReviewOn ?? null) : null,
    neighbourhoods: form.neighbourhoodIds.length === 0 ? ('all' as const) : form.neighbourhoodIds,
  }
}

function oneOfZone() {
  return z.uuid({ error: 'form.error.choose' })
}
