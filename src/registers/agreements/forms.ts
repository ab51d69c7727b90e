import type { IsoDate } from '@meernet/calendar'
import { z } from 'zod'
import { identifier, isoDate, manyOf, oneOf, optionalText, requiredText } from '../../platform/http/index.ts'
import { agreementPurposes, audiences, waysOfGiving, withdrawalChannels } from './agreement.ts'

/** What is asked of who records an agreement on `today`. */
export const agreementForm = (today: IsoDate) =>
  z
    .object({
      id: identifier(),
      mayTell: requiredText(300),
      toWhom: manyOf(z.enum(audiences)).refine((chosen) => chosen.length > 0, 'form.error.choose'),
      toOrganisation: optionalText(160),
      purpose: oneOf(agreementPurposes),
      given: oneOf(waysOfGiving),
      givenOn: isoDate().refine((day) => day <= today, 'agreements.error.future'),
      witnessedBy: requiredText(120),
      validUntil: isoDate().optional(),
      next: optionalText(200),
    })
    .refine(({ givenOn, validUntil }) => !validUntil || validUntil >= givenOn, {
      path: ['validUntil'],
      error: 'agreements.error.until',
    })

export const withdrawalForm = z.object({ channel: oneOf(withdrawalChannels) })
