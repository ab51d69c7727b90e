import type { ZoneKey } from '../../../platform/encryption/vault.ts'
import type { CardInput } from './card-input.ts'

/** What is written on a card in somebody's words; kept sealed. */
export type CardContent = Pick<
  CardInput,
  'wish' | 'name' | 'phone' | 'email' | 'placeText' | 'reachWhen' | 'filledInBy'
>

const column = 'detection.referral_card.content_sealed'
const agreementColumn = 'detection.card_agreement.may_tell_sealed'

/** What a card says, sealed for its row with the key of its zone. */
export function sealContent(key: ZoneKey, cardId: string, content: CardContent): Buffer {
  const { wish, name, phone, email, placeText, reachWhen, filledInBy } = content
  const text = JSON.stringify({ wish, name, phone, email, placeText, reachWhen, filledInBy })
  return key.seal({ column, rowId: cardId }, text)
}

/** What a card says; throws when it was sealed for another row or key. */
export function openContent(key: ZoneKey, cardId: string, sealed: Buffer): CardContent {
  return JSON.parse(key.open({ column, rowId: cardId }, sealed)) as CardContent
}

export const sealMayTell = (key: ZoneKey, cardId: string, text: string): Buffer =>
  key.seal({ column: agreementColumn, rowId: cardId }, text)
export const openMayTell = (key: ZoneKey, cardId: string, sealed: Buffer): string =>
  key.open({ column: agreementColumn, rowId: cardId }, sealed)

/** The words by which a card can be found again: who and where, and the rest. */
export function searchedText(content: CardContent): { readonly naming: string; readonly rest: string } {
  const { phone, email, wish } = content
  const rest = [phone ? phoneDigits(phone) : undefined, email, wish].filter(Boolean).join(' ')
  return { naming: namingText(content), rest }
}

/** The words that say who and where. */
export function namingText({ name, placeText }: CardContent): string {
  return [name, placeText].filter(Boolean).join(' ')
}

/** A Belgian number in one way of writing: digits only, `+32` and `0032` as 0; numbers of elsewhere keep their country. */
export function phoneDigits(phone: string): string {
  return phone
    .replace(/\(0\)/g, '')
    .replace(/\D/g, '')
    .replace(/^(00)?32(?=\d{8,9}$)/, '0')
}

/** An e-mail address in one way of writing. */
export const emailFolded = (email: string): string => email.trim().toLowerCase()
