import { z } from 'zod'
import { findNumberPattern } from '../../../ui/number-pattern/number-pattern.ts'
import { withoutTurns } from '../../../ui/typed-text/turned-text.ts'

/** Who hands in a card. */
export const cardSources = ['visitor', 'frontlineProfessional', 'keyPerson', 'partner', 'resident', 'staff'] as const
export type CardSource = (typeof cardSources)[number]

/** The way a card came in; whatever works on a screen also works by phone, on paper and face to face. */
export const cardChannels = ['homeVisit', 'web', 'paper', 'phone', 'faceToFace'] as const
export type CardChannel = (typeof cardChannels)[number]

/** To whom the person lets something be told. */
export const cardReceivers = ['coordinator', 'socialWorker', 'partner', 'sender'] as const
export type CardReceiver = (typeof cardReceivers)[number]

export const cardUrgencies = ['ordinary', 'urgent'] as const
export type CardUrgency = (typeof cardUrgencies)[number]

/** Languages offered on a card; another one is kept as its short BCP 47 tag. */
export const cardLanguages = ['nl', 'fr', 'en', 'ar', 'tr', 'uk', 'ro', 'bg', 'pl', 'es', 'ps', 'so', 'ti'] as const

/** Longest texts on a card, in characters. */
export const cardLengths = {
  wish: 1000,
  name: 120,
  placeText: 200,
  reachWhen: 200,
  mayTell: 300,
  filledInBy: 120,
} as const

/** Text on a card: refused when it holds a national number, which Meernet never keeps (P3). */
export const cardText = (max: number) =>
  z
    .string({ error: 'form.error.required' })
    .overwrite(withoutTurns)
    .trim()
    .min(1, 'form.error.required')
    .max(max, 'form.error.tooLong')
    .refine((text) => findNumberPattern(text) !== 'national-number', { error: 'resident.card.error.nationalNumber' })

/** What the person lets us tell, to whom, until when, and how it was said (P2): apart from any legal ground. */
export const cardAgreement = z.object({
  mayTell: cardText(cardLengths.mayTell),
  toWhom: z.array(z.enum(cardReceivers)).min(1, 'resident.card.error.toWhom'),
  given: z.enum(['spoken', 'written'], { error: 'form.error.choose' }),
  validUntil: z.iso.date({ error: 'form.error.date' }).optional(),
})
export type CardAgreement = z.output<typeof cardAgreement>

/**
 * A referral card as filled in with the person, the same for the web form, entry by staff and the home-visit app. No
 * diagnosis, national number, income or origin: there is no field for them (P3). Days are Brussels days.
 */
export const cardInput = z
  .object({
    id: z.uuid(),
    source: z.enum(cardSources),
    channel: z.enum(cardChannels),
    wish: cardText(cardLengths.wish),
    name: cardText(cardLengths.name).optional(),
    phone: z
      .string()
      .max(40, 'form.error.phone')
      .regex(/^\+?[0-9][0-9 ./()-]{5,}$/, 'form.error.phone')
      .optional(),
    email: z.email('form.error.email').max(200, 'form.error.tooLong').optional(),
    placeText: cardText(cardLengths.placeText).optional(),
    addressId: z.uuid().optional(),
    reachWhen: cardText(cardLengths.reachWhen).optional(),
    language: z.string().regex(/^[a-z]{2,3}$/, 'form.error.choose'),
    needsInterpreter: z.boolean(),
    agreement: cardAgreement,
    urgency: z.enum(cardUrgencies),
    filledInBy: cardText(cardLengths.filledInBy),
    filledInOn: z.iso.date({ error: 'form.error.date' }),
  })
  .refine(({ phone, email, placeText, addressId }) => phone ?? email ?? placeText ?? addressId, {
    error: 'resident.card.error.reach',
    path: ['phone'],
  })
export type CardInput = z.output<typeof cardInput>
