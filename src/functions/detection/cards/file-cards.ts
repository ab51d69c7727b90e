import type { Tx } from '../../../platform/database/transact.ts'
import { addressesById } from '../../../registers/places/index.ts'
import { insertSignals } from '../signals/signal-store.ts'
import { codesOf, insertCards } from './card-store.ts'
import type { CardToFile } from './card-to-file.ts'

/** The receipt: the card, its signal (of the same identifier), and the code without spaces that follows it without an account. */
export type FiledCard = { readonly cardId: string; readonly signalId: string; readonly code: string }

/** The job that looks at new cards: the same person twice, an alarm. */
export const newCardsTask = 'detection.lookAtNewCards'

/**
 * Files cards and lets each arrive in the inbox of its zone as a signal. `tx` acts as staff of that zone or as the program.
 * Filing the same card again changes nothing and gives the same receipt.
 */
export async function fileCards(tx: Tx, cards: readonly CardToFile[]): Promise<readonly FiledCard[]> {
  if (cards.length === 0) return []
  const made = await codesOf(
    tx,
    cards.map(({ id }) => id),
  )
  const codes = cards.map(({ code }, index) => code ?? made[index] ?? '')
  const newCount = await insertCards(tx, cards, codes)
  if (newCount > 0) {
    await insertSignals(tx, await placed(tx, cards))
    for (const { id, zoneId, source, channel } of cards)
      tx.audit({ action: 'file card', subject: { type: 'card', id }, zoneId, details: { source, channel } })
    await tx.enqueue({ task: newCardsTask, key: `${newCardsTask}:${tx.actor.municipalityId}` })
  }
  return cards.map(({ id }, index) => ({ cardId: id, signalId: id, code: codes[index] ?? '' }))
}

/** Fills in the neighbourhood of an address where the card does not say it. */
async function placed(tx: Tx, cards: readonly CardToFile[]): Promise<readonly CardToFile[]> {
  const unplaced = cards.flatMap(({ addressId, neighbourhoodId }) => (addressId && !neighbourhoodId ? [addressId] : []))
  if (unplaced.length === 0) return cards
  const addresses = new Map((await addressesById(tx, unplaced)).map((address) => [address.id, address]))
  return cards.map((card) => ({
    ...card,
    neighbourhoodId: card.neighbourhoodId ?? addresses.get(card.addressId ?? '')?.neighbourhoodId ?? undefined,
  }))
}
