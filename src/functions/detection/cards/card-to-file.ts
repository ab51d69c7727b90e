import type { CardInput } from './card-input.ts'

/** A card with where it goes: the data zone of the inbox, and what it came from when known. */
export type CardToFile = CardInput & {
  readonly zoneId: string
  /** Known when the card comes from an address on a round. */
  readonly neighbourhoodId?: string | undefined
  readonly campaignId?: string | undefined
  readonly visitId?: string | undefined
  /** Code printed on a paper card that staff handed out; without it the code follows from the identifier. */
  readonly code?: string | undefined
  /** Account of the signed-in sender, who later sees the status. */
  readonly senderUserId?: string | undefined
}
