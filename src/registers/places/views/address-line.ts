import type { Texts } from '../../../platform/messages/index.ts'
import type { Address } from '../place.ts'

/** `Molenstraat 12 bus 3`, in the reader's language; without postal code. */
export function addressLine(t: Texts, { street, number, box }: Pick<Address, 'street' | 'number' | 'box'>): string {
  if (street === null) return t('resident.address.withoutStreet', { number })
  return t('resident.address.line', { street, number, box: box === '' ? 'none' : box })
}
