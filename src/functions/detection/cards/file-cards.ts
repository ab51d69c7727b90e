import type { Tx } from '../../../platform/database/transact.ts'
import { neighbourhoodIdsOf, neighbourhoodsOf } from '../../../registers/places/index.ts'
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
  const cardsInPlace = await placed(tx, cards)
  const newCount = await insertCards(tx, cardsInPlace, codes)
  if (newCount > 0) {
    await insertSignals(tx, cardsInPlace)
    for (const { id, zoneId, source, channel } of cards)
      tx.audit({ action: 'file card', subject: { type: 'card', id }, zoneId, details: { source, channel } })
    await tx.enqueue({ task: newCardsTask, key: `${newCardsTask}:${tx.actor.municipalityId}` })
  }
  return cards.map(({ id }, index) => ({ cardId: id, signalId: id, code: codes[index] ?? '' }))
}

/**
 * Fills in the neighbourhood of an address where the card does not say it. A phone or a form may name a place that is gone by
 * now: then the card is filed without it, rather than lost.
 */
async function placed(tx: Tx, cards: readonly CardToFile[]): Promise<readonly CardToFile[]> {
  const addressIds = cards.flatMap(({ addressId }) => addressId ?? [])
  const areaOf = await neighbourhoodIdsOf(tx, addressIds)
  const areaIds = [...new Set(cards.flatMap(({ neighbourhoodId }) => neighbourhoodId ?? []))]
  const areas = new Set((areaIds.length > 0 ? await neighbourhoodsOf(tx, { ids: areaIds }) : []).map(({ id }) => id))
  return cards.map(({ addressId = '', neighbourhoodId = '', ...card }) => ({
    ...card,
    addressId: areaOf.has(addressId) ? addressId : undefined,
    neighbourhoodId: areas.has(neighbourhoodId) ? neighbourhoodId : (areaOf.get(addressId) ?? undefined),
  }))
}
