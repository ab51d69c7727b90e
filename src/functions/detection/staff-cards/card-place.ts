import type { Tx } from '../../../platform/database/transact.ts'
import { type Address, addressById, findAddresses, isAddressTyped } from '../../../registers/places/index.ts'

/** Chosen when none of the addresses that were found is meant. */
export const noneOfThese = 'none'

/** Where a card comes from: an address, only words, or addresses among which somebody chooses. */
export type CardPlace =
  | { readonly kind: 'address'; readonly address: Address }
  | { readonly kind: 'words' }
  | { readonly kind: 'choose'; readonly choices: readonly Address[] }

/** Most addresses to choose among. */
const mostChoices = 8

/**
 * The address that is meant by what was typed or chosen. Words without a house number ("bij de kerk") stay words, and so does
 * a line that fits no address: a card is never held back for its place.
 */
export async function placeOfCard(
  tx: Tx,
  { placeText, addressId }: { readonly placeText?: string | undefined; readonly addressId?: string | undefined },
): Promise<CardPlace> {
  if (addressId === noneOfThese) return { kind: 'words' }
  const chosen = addressId ? await addressById(tx, addressId) : undefined
  if (chosen) return { kind: 'address', address: chosen }
  if (!placeText || !/\d/.test(placeText)) return { kind: 'words' }
  const found = await findAddresses(tx, placeText, mostChoices)
  const [exact, another] = found.filter((address) => isAddressTyped(placeText, address))
  if (exact && !another) return { kind: 'address', address: exact }
  return found.length === 0 ? { kind: 'words' } : { kind: 'choose', choices: found }
}
