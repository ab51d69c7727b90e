import type { IsoDate } from '@meernet/calendar'
import type { CardReceiver } from '../card-input.ts'

/** Who may hear something of a card in words: whoever sent it, or the coordinator who asked for a second. */
const toldAudiences = ['sender', 'coordinator'] as const
export type ToldAudience = (typeof toldAudiences)[number]

/** Longest text told of a card, in characters. */
export const toldLength = 300

/** The agreement of a card, as far as telling depends on it. */
export type ToldGround = {
  /** Undefined once erased. */
  readonly mayTell: string | undefined
  readonly toWhom: readonly CardReceiver[]
  readonly validUntil: IsoDate | null
  readonly withdrawnOn: IsoDate | null
}
export type TellingCheck = { readonly kind: 'allowed' } | { readonly kind: 'refused'; readonly reason: TellingRefusal }
export type TellingRefusal = 'erased' | 'withdrawn' | 'expired' | 'notAgreed'

/** Whether anything of the card may be told to `audience` on `today`: status only, unless the person agreed to more (chapter 6). */
export function mayTell(ground: ToldGround, audience: ToldAudience, today: IsoDate): TellingCheck {
  if (ground.withdrawnOn !== null) return refused('withdrawn')
  if (ground.mayTell === undefined) return refused('erased')
  if (!ground.toWhom.includes(audience)) return refused('notAgreed')
  return ground.validUntil !== null && ground.validUntil < today ? refused('expired') : { kind: 'allowed' }
}

const refused = (reason: TellingRefusal): TellingCheck => ({ kind: 'refused', reason })
