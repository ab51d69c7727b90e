import type { Tx } from '../../../platform/database/transact.ts'
import type { CardInput } from './card-input.ts'

/** A card with where it goes: the data zone of the inbox, and what it came from when known. */
export type CardToFile = CardInput & {
  readonly zoneId: string
  /** Known when the card comes from an address on a round. */
  readonly neighbourhoodId?: string | undefined
  readonly campaignId?: string | undefined
  readonly visitId?: string | undefined
  /** Account of the signed-in sender, who later sees the status. */
  readonly senderUserId?: string | undefined
}

/** The receipt: `code` is shown spaced, once per filing, and follows the card without an account. */
export type FiledCard = { readonly cardId: string; readonly signalId: string; readonly code: string }

/**
 * Files cards and lets each arrive in the inbox of its zone as a signal. `tx` acts as staff of that zone or as the program.
 * Filing the same card again changes nothing and gives the same receipt.
 */
export async function fileCards(tx: Tx, cards: readonly CardToFile[]): Promise<readonly FiledCard[]> {
  throw new Error(`being built: ${tx.now.toISOString()} ${cards.length}`)
}
