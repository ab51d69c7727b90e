import { isoDateIn } from '@meernet/calendar'
import { uuidv7 } from 'uuidv7'
import { systemActor } from '../../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../../platform/messages/index.ts'
import {
  type AgreementWithdrawn,
  agreementsOfCards,
  partFromCard,
  recordAgreement,
  withdrawAgreement,
} from '../../../../registers/agreements/index.ts'
import { changeSignal } from '../../signals/actions.ts'
import { lockSignal } from '../../signals/signal-store.ts'
import { type Card, cardsById, withdrawCardAgreement } from '../card-store.ts'
import { agreedCardsOfOpenCases } from './case-card-store.ts'

/**
 * Keeps in the register of agreements what the person agreed on these cards, as it stands on them: to whom, how given, until
 * when. A card whose agreement was taken back or erased gives nothing; one that is in the register already is left alone.
 */
export async function keepAgreementsOfCards(tx: Tx, cardIds: readonly string[], personId: string): Promise<void> {
  const known = new Set((await agreementsOfCards(tx, cardIds)).map(({ cardId }) => cardId))
  for (const card of await cardsById(tx, cardIds)) {
    const { mayTell, withdrawnOn } = card.agreement
    if (known.has(card.id) || withdrawnOn !== null || mayTell === undefined) continue
    await recordAgreement(tx, agreementOf(card, mayTell, personId))
  }
}

const agreementOf = ({ id, zoneId, agreement, content }: Card, mayTell: string, personId: string) => ({
  id: uuidv7(),
  zoneId,
  personId,
  mayTell,
  toWhom: agreement.toWhom,
  toOrganisation: null,
  purpose: 'guidance' as const,
  given: agreement.given,
  givenOn: agreement.givenOn,
  witnessedBy: content?.filledInBy ?? '',
  validUntil: agreement.validUntil,
  fromCardId: id,
})

/** How it was heard that an agreement is taken back, and the account of who noted it; null: the holder of the code did. */
export type HeardWithdrawal = Parameters<typeof withdrawAgreement>[2]

/** What was agreed on a card and taken back there no longer holds in the register either. As the program. */
export async function withdrawInRegister(tx: Tx, cardId: string, { channel, notedBy }: HeardWithdrawal): Promise<void> {
  for (const { id, isWithdrawn } of await agreementsOfCards(tx, [cardId]))
    if (!isWithdrawn) await withdrawAgreement(tx, id, { channel, notedBy })
}

/** What was taken back in the register no longer holds on the card either: others are told nothing more, also not the sender. */
export async function withdrawOnCard(tx: Tx, { fromCardId }: AgreementWithdrawn): Promise<void> {
  if (fromCardId === null) return
  const [card] = await cardsById(tx, [fromCardId])
  if (!card || card.agreement.withdrawnOn !== null) return
  await withdrawCardAgreement(tx, fromCardId, 'staff', isoDateIn(municipalTimeZone, tx.now))
  const signal = await lockSignal(tx, fromCardId)
  if (signal) await changeSignal(tx, signal, {}, [{ kind: 'agreementWithdrawn', by: 'program' }])
}

/**
 * Keeps what is missing in the register for the cards of cases under way: those opened before it was kept there by itself. Asks
 * the register first, so that no other card is opened.
 */
export const keepMissingAgreements = (transact: Transact, municipalityId: string): Promise<void> =>
  transact(systemActor(municipalityId, 'agreements of cards'), async (tx) => {
    const agreed = await agreedCardsOfOpenCases(tx)
    const inRegister = await agreementsOfCards(
      tx,
      agreed.flatMap(({ cardIds }) => cardIds),
    )
    const known = new Set(inRegister.map(({ cardId }) => cardId))
    for (const { personId, cardIds } of agreed) {
      const missing = cardIds.filter((id) => !known.has(id))
      if (missing.length > 0) await keepAgreementsOfCards(tx, missing, personId)
    }
  })

/** The job that parts an agreement from a card that turned out to be of somebody else. */
export const partAgreementTask = 'detection.partAgreement'

/**
 * A merge into a case was taken back: what the card said is no agreement of that person. It no longer holds for them, and goes
 * on holding on the card itself.
 */
export const partAgreement = (transact: Transact, municipalityId: string, cardId: string): Promise<void> =>
  transact(systemActor(municipalityId, partAgreementTask), (tx) => partFromCard(tx, cardId))
