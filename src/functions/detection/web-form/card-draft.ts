import type { IsoDate } from '@meernet/calendar'
import { z } from 'zod'
import { findNumberPatterns } from '../../../ui/number-pattern/number-pattern.ts'
import {
  type CardInput,
  type CardSource,
  cardInput,
  cardLanguages,
  cardLengths,
  cardText,
} from '../cards/card-input.ts'

/** What was typed so far on the public form, by field; and when it was begun, in milliseconds. */
export type CardDraft = {
  readonly id: string
  readonly begunAt: number
  readonly fields: Readonly<Record<string, string | readonly string[]>>
}

/** The pages of the form, one question each, in order. */
export const cardSteps = ['who', 'together', 'wish', 'contact', 'reach', 'agreement', 'urgency', 'by', 'check'] as const
export type CardStep = (typeof cardSteps)[number]

/** Who may fill in a card without an account. */
export const webSources = ['resident', 'keyPerson', 'frontlineProfessional', 'partner'] as const satisfies CardSource[]

/** Free text on the public form: no account number either, for nobody needs it to be helped (P12). */
const webText = (max: number) =>
  cardText(max).refine((text) => findNumberPatterns(text).length === 0, { error: 'resident.card.error.accountNumber' })

/** The form of each page. Fields carry the names under which the draft keeps them. */
export const stepForms = {
  who: z.object({ source: z.enum(webSources, { error: 'form.error.choose' }) }),
  together: z.object({ together: z.enum(['yes', 'no'], { error: 'form.error.choose' }) }),
  wish: z.object({ wish: webText(cardLengths.wish) }),
  contact: z
    .object({
      name: webText(cardLengths.name).optional(),
      phone: cardInput.shape.phone,
      email: cardInput.shape.email,
      placeText: webText(cardLengths.placeText).optional(),
    })
    .refine(({ phone, email, placeText }) => phone ?? email ?? placeText, {
      error: 'resident.card.error.reach',
      path: ['phone'],
    }),
  reach: z.object({
    reachWhen: webText(cardLengths.reachWhen).optional(),
    language: z.enum(cardLanguages, { error: 'form.error.choose' }),
    needsInterpreter: z.literal('yes').optional(),
  }),
  agreement: z.object({
    mayTell: webText(cardLengths.mayTell),
    toWhom: z.preprocess(
      (value) => (value === undefined ? [] : [value].flat()),
      z.array(z.enum(['socialWorker', 'partner', 'sender'])),
    ),
    given: z.enum(['spoken', 'written'], { error: 'form.error.choose' }).optional(),
    agrees: z.literal('yes', { error: 'resident.card.error.agree' }),
  }),
  urgency: z.object({ urgency: z.enum(['ordinary', 'urgent'], { error: 'form.error.choose' }) }),
  by: z.object({ filledInBy: webText(cardLengths.filledInBy) }),
} as const satisfies Record<Exclude<CardStep, 'check'>, z.ZodType>

/** The pages this draft goes through: for oneself there is nobody to fill it in with and nobody else to name. */
export function stepsOf(draft: CardDraft): readonly CardStep[] {
  const isOwn = draft.fields.source === 'resident'
  return cardSteps.filter((step) => !(isOwn && (step === 'together' || step === 'by')))
}

/** Where to go after `step`: the first page that is not in order yet, else the check. */
export function stepAfter(draft: CardDraft, step: CardStep): CardStep {
  const steps = stepsOf(draft)
  const later = steps.slice(steps.indexOf(step) + 1)
  return later.find((next) => next === 'check' || !isInOrder(draft, next)) ?? 'check'
}

/** The first page that is not in order, or undefined when the card can be sent. */
export function firstOpenStep(draft: CardDraft): CardStep | undefined {
  return stepsOf(draft).find((step) => step !== 'check' && !isInOrder(draft, step))
}

/** The draft with the answers of one page; what was answered there before is replaced. */
export function withAnswers(
  draft: CardDraft,
  step: Exclude<CardStep, 'check'>,
  values: Readonly<Record<string, string | readonly string[] | undefined>>,
): CardDraft {
  const own = fieldsOf(step)
  const kept = Object.entries(draft.fields).filter(([field]) => !own.includes(field))
  const given = Object.entries(values).flatMap(([field, value]) =>
    own.includes(field) && value !== undefined && value.length > 0 ? [[field, value] as const] : [],
  )
  return { ...draft, fields: Object.fromEntries([...kept, ...given]) }
}

/** The card that a finished draft makes; undefined when a page is not in order. `today` is the Brussels day. */
export function cardOf(draft: CardDraft, today: IsoDate, selfText: string): CardInput | undefined {
  if (firstOpenStep(draft)) return undefined
  const { fields } = draft
  const isOwn = fields.source === 'resident'
  const card = cardInput.safeParse({
    ...fields,
    id: draft.id,
    channel: 'web',
    needsInterpreter: fields.needsInterpreter === 'yes',
    agreement: {
      mayTell: fields.mayTell,
      toWhom: ['coordinator', ...[fields.toWhom ?? []].flat().filter((one) => !(isOwn && one === 'sender'))],
      given: isOwn ? 'written' : (fields.given ?? 'spoken'),
    },
    filledInBy: isOwn ? (fields.name ?? selfText) : fields.filledInBy,
    filledInOn: today,
  })
  return card.success ? card.data : undefined
}

/** The names of the fields on a page. */
export function fieldsOf(step: Exclude<CardStep, 'check'>): readonly string[] {
  return Object.keys(stepForms[step].shape)
}

function isInOrder(draft: CardDraft, step: Exclude<CardStep, 'check'>): boolean {
  if (step === 'together' && draft.fields.together !== 'yes') return false
  return stepForms[step].safeParse(draft.fields).success
}
