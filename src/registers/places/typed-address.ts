import { wordsOf } from '../../platform/encryption/blind-index.ts'
import type { Address } from './place.ts'

/** Whether the line that was typed is this address and no other; capitals, accents and the postal code do not matter. */
export function isAddressTyped(typed: string, { street, number, box, postalCode }: Address): boolean {
  const said = wordsOf(typed).filter((word) => word !== 'bus' && word !== postalCode)
  return said.join(' ') === wordsOf(`${street ?? ''} ${number} ${box}`).join(' ')
}
