import type { Texts } from '../../../platform/messages/index.ts'
import type { Address } from '../place.ts'

/** `Molenstraat 12 bus 3`, in the reader's language; without postal code. One without a street: `Nummer 12, bij Molenstraat`. */
export function addressLine(
  t: Texts,
  { street, streetNearby, number, box }: Pick<Address, 'street' | 'streetNearby' | 'number' | 'box'>,
): string {
  if (street === null && streetNearby !== null)
    return t('resident.address.nearStreet', { number, street: streetNearby })
  if (street === null) return t('resident.address.withoutStreet', { number })
  return t('resident.address.line', { street, number, box: box === '' ? 'none' : box })
}
