import type { IsoDate } from '@meernet/calendar'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import type { RateLimit } from '../../../platform/http/index.ts'
import { readCode } from '../cards/card-code.ts'
import { cardById, cardIdOfCode } from '../cards/card-store.ts'
import { lockStanding } from '../my-card/standing.ts'
import { type TakenBack, withdrawCard } from '../my-card/withdrawing.ts'
import { covers, workInInbox } from '../signals/access.ts'
import { signalById } from '../signals/signal-store.ts'
import { frozenCard } from './freezing-store.ts'

/** How often a code may be typed: by an address on the public site, by an account at the desk. */
export const codeTries: RateLimit = { bucket: 'card code', max: 10, windowSeconds: 900 }

/** A card about which somebody asks something, as far as the asking needs it: nothing of what it says. */
export type CardAsked = {
  readonly id: string
  /** Whom it became a case of, itself or the card it was merged into. */
  readonly personId: string | null
  readonly addressId: string | null
  readonly frozenOn: IsoDate | null
  readonly withdrawnOn: IsoDate | null
}

/** The card of a typed code in one data zone; undefined: no such code there. As the program: only who holds the code gets it. */
export async function cardOfCode(tx: Tx, typed: string, zoneId: string): Promise<CardAsked | undefined> {
  const code = readCode(typed)
  const id = code && (await cardIdOfCode(tx, code))
  return id ? cardAsked(tx, id, zoneId) : undefined
}

/** A card in one data zone by its identifier. As the program, after it was seen who may ask. */
export async function cardAsked(tx: Tx, id: string, zoneId: string): Promise<CardAsked | undefined> {
  const card = await cardById(tx, id)
  if (!card || card.zoneId !== zoneId) return undefined
  const { since, personId } = await frozenCard(tx, id)
  return { id, personId, addressId: card.addressId, frozenOn: since, withdrawnOn: card.agreement.withdrawnOn }
}

/** Whether a coordinator has this card in the inbox, and so may ask about it without a code. */
export async function hasInInbox(tx: Tx, actor: StaffActor, cardId: string): Promise<boolean> {
  const signal = workInInbox.allows(actor) ? await signalById(tx, cardId) : undefined
  return signal !== undefined && signal.zoneId === actor.zoneId && covers(actor, signal.neighbourhoodId)
}

/** As `cardAsked`, held until the end of the transaction with the card it was merged into. */
export async function lockCardAsked(tx: Tx, id: string, zoneId: string): Promise<CardAsked | undefined> {
  await lockStanding(tx, id)
  return cardAsked(tx, id, zoneId)
}

/**
 * Ends a card for who objects or takes the agreement back through a colleague, as the code does on the public site. As the
 * program, after it was seen that the card still ends.
 */
export const endCard = (tx: Tx, { id }: CardAsked, heard: Omit<TakenBack, 'by'>): Promise<void> =>
  withdrawCard(tx, id, { ...heard, by: 'staff' })
