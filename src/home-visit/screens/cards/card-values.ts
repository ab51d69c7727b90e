import { type CardInput, cardInput } from '../../../functions/detection/contract.ts'
import { findNumberPattern } from '../../../ui/index.ts'
import { many, one, type Values } from '../draft-form.tsx'

/** What the card needs that is not typed. */
export type CardFacts = {
  readonly id: string
  readonly addressId: string
  readonly visitorName: string
  readonly language: string
  readonly today: string
}
/** A field with what is wrong; the text is `resident.homeVisit.error.<what>`. */
export type CardProblem = { readonly field: string; readonly what: string }
export type ReadCard =
  | { readonly kind: 'card'; readonly card: CardInput }
  | { readonly kind: 'problems'; readonly problems: readonly CardProblem[] }

/** Reads what was typed as a card, checked by the same schema as the web form; account numbers are refused as well (P12). */
export function readCard(values: Values, { id, addressId, visitorName, language, today }: CardFacts): ReadCard {
  const typed = (name: string) => one(values, name) || undefined
  const parsed = cardInput.safeParse({
    id,
    source: 'visitor',
    channel: 'homeVisit',
    wish: typed('wish'),
    name: typed('name'),
    phone: typed('phone'),
    reachWhen: typed('reachWhen'),
    addressId,
    language: typed('language') ?? language,
    needsInterpreter: typed('needsInterpreter') !== undefined,
    agreement: {
      mayTell: typed('mayTell'),
      toWhom: many(values, 'toWhom').filter(Boolean),
      given: typed('given'),
      validUntil: typed('validUntil'),
    },
    urgency: typed('urgency') ?? 'ordinary',
    filledInBy: visitorName,
    filledInOn: today,
  })
  const numbers = ['wish', 'reachWhen', 'mayTell']
    .filter((field) => findNumberPattern(one(values, field)))
    .map((field) => ({ field, what: 'nationalNumber' }))
  if (parsed.success)
    return numbers.length > 0 ? { kind: 'problems', problems: numbers } : { kind: 'card', card: parsed.data }
  const problems = parsed.error.issues.map(({ path, message }) => ({
    field: String(path.at(-1)),
    what:
      message.startsWith('form.') || message.startsWith('resident.') ? (message.split('.').at(-1) ?? '') : 'invalid',
  }))
  return { kind: 'problems', problems: [...new Map(problems.map((problem) => [problem.field, problem])).values()] }
}

/** Fields of the first step; the others stand in the second, the agreement. */
const wishFields = ['wish', 'name', 'phone', 'reachWhen', 'language', 'needsInterpreter', 'urgency']

/** The problems with what is typed in that step. */
export const problemsOfStep = (problems: readonly CardProblem[], step: 'wish' | 'agreement') =>
  problems.filter(({ field }) => wishFields.includes(field) === (step === 'wish'))
