import { isoDateIn } from '@meernet/calendar'
import { type StaffActor, systemActor } from '../../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../../platform/database/transact.ts'
import { notFound } from '../../../../platform/http/index.ts'
import { tellColleague } from '../../../../platform/identity/index.ts'
import { municipalTimeZone } from '../../../../platform/messages/index.ts'
import { signalById } from '../../signals/signal-store.ts'
import { type Card, cardById } from '../card-store.ts'
import { mailSender } from './mail-to-sender.ts'
import { mayTell, type TellingRefusal, type ToldAudience } from './told-word.ts'
import { insertTold, stillAgreed, type ToldWord, toldOf } from './told-word-store.ts'

type Needs = { readonly transact: Transact }

/** Words for somebody about a card. `isChecked`: whoever writes them compared them with what the person agreed. */
export type Telling = {
  readonly id: string
  readonly cardId: string
  readonly audience: ToldAudience
  readonly words: string
  readonly isChecked: boolean
}
export type Told =
  | { readonly kind: 'told' }
  | { readonly kind: 'refused'; readonly reason: TellingRefusal | 'notChecked' }

/**
 * Tells the sender of a card, or the coordinator who asked for a second, what the person agreed to let them know. Refused
 * without such an agreement, and while nobody compared the words with it. Who may not read the card finds none.
 */
export async function tell(tx: Tx, actor: StaffActor, telling: Telling, listener: string | null): Promise<Told> {
  const card = (await cardById(tx, telling.cardId)) ?? notFound('card', telling.cardId)
  const check = mayTell(card.agreement, telling.audience, today(tx))
  if (check.kind === 'refused') return check
  if (!telling.isChecked) return { kind: 'refused', reason: 'notChecked' }
  await insertTold(tx, { ...telling, zoneId: card.zoneId, toldBy: actor.userId })
  await auditTelling(tx, card, telling.audience)
  if (listener) await (telling.audience === 'sender' ? mailSender : tellColleague)(tx, listener)
  return { kind: 'told' }
}

/** `tell` for the sender of the card. */
export const tellSender = ({ transact }: Needs, actor: StaffActor, telling: Omit<Telling, 'audience'>): Promise<Told> =>
  transact(actor, async (tx) => {
    const signal = (await signalById(tx, telling.cardId)) ?? notFound('signal', telling.cardId)
    return tell(tx, actor, { ...telling, audience: 'sender' }, signal.senderUserId)
  })

/**
 * What the sender of these cards may read now: nothing once the agreement was taken back or is over. As the program, after
 * it was checked that whoever asks sent the cards or holds their code.
 */
export async function toldToSender(tx: Tx, cardIds: readonly string[]): Promise<readonly ToldWord[]> {
  return toldOf(tx, await stillAgreed(tx, cardIds, 'sender', today(tx)), 'sender')
}

/** As `toldToSender`, for a colleague who sent these cards. */
export const toldToColleague = (
  transact: Transact,
  { municipalityId }: StaffActor,
  cardIds: readonly string[],
): Promise<readonly ToldWord[]> =>
  transact(systemActor(municipalityId, 'words for a sender'), (tx) => toldToSender(tx, cardIds))

async function auditTelling(tx: Tx, { id }: Card, audience: ToldAudience): Promise<void> {
  const signal = await signalById(tx, id)
  tx.audit({
    action: audience === 'sender' ? 'tell sender' : 'tell coordinator',
    subject: { type: 'card', id },
    personId: signal?.personId ?? undefined,
    reason: 'agreement on the card',
  })
}

const today = (tx: Tx) => isoDateIn(municipalTimeZone, tx.now)
