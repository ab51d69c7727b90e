import { z } from 'zod'
import { checkbox, identifier, isoDate, manyOf, oneOf } from '../../../platform/http/index.ts'
import { findNumberPatterns } from '../../../ui/number-pattern/number-pattern.ts'
import { readCode } from '../cards/card-code.ts'
import {
  type CardInput,
  cardChannels,
  cardInput,
  cardLanguages,
  cardLengths,
  cardReceivers,
  cardSources,
  cardText,
  cardUrgencies,
} from '../cards/card-input.ts'
import { noneOfThese } from './card-place.ts'

/** Channels by which a card reaches staff; the home visit has its own way. */
export const staffChannels = cardChannels.filter((channel) => channel !== 'homeVisit')

/** The whole card on one page, as staff fill it in with or for the person. */
export const staffCardForm = z
  .object({
    id: identifier(),
    /** Printed on a card that staff handed out. */
    paperCode: z
      .string()
      .max(40)
      .refine((typed) => readCode(typed) !== undefined, { error: 'resident.my.error.code' })
      .optional(),
    source: oneOf(cardSources).optional(),
    channel: oneOf(cardChannels),
    wish: cardText(cardLengths.wish),
    name: cardText(cardLengths.name).optional(),
    phone: cardInput.shape.phone,
    email: cardInput.shape.email,
    placeText: cardText(cardLengths.placeText).optional(),
    addressId: z.union([z.literal(noneOfThese), identifier()]).optional(),
    neighbourhoodId: identifier().optional(),
    reachWhen: cardText(cardLengths.reachWhen).optional(),
    language: oneOf(cardLanguages),
    needsInterpreter: checkbox(),
    mayTell: cardText(cardLengths.mayTell),
    toWhom: manyOf(z.enum(cardReceivers)),
    given: oneOf(['spoken', 'written']),
    validUntil: isoDate().optional(),
    urgency: oneOf(cardUrgencies),
    filledInBy: cardText(cardLengths.filledInBy),
    filledInOn: isoDate(),
    together: z.literal('yes', { error: 'detection.error.together' }),
    /** Ticked to keep an account number that was warned about (P12). */
    keepNumber: checkbox(),
  })
  .refine(({ phone, email, placeText }) => phone ?? email ?? placeText, {
    error: 'resident.card.error.reach',
    path: ['phone'],
  })
  .refine(({ wish, keepNumber }) => keepNumber || findNumberPatterns(wish).length === 0, {
    error: 'detection.error.keepNumber',
    path: ['wish'],
  })
export type StaffCardForm = z.output<typeof staffCardForm>

/** The card a form makes, with the address it comes from when known; the coordinator is always told. */
export function cardOfForm(form: StaffCardForm, source: CardInput['source'], addressId: string | undefined): CardInput {
  const {
    mayTell,
    toWhom,
    given,
    validUntil,
    together: _together,
    keepNumber: _keep,
    paperCode: _code,
    neighbourhoodId: _neighbourhood,
    addressId: _chosen,
    ...card
  } = form
  return {
    ...card,
    addressId,
    source,
    agreement: { mayTell, toWhom: [...new Set(['coordinator' as const, ...toWhom])], given, validUntil },
  }
}
