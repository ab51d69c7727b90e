import type { Texts } from '../../../platform/messages/index.ts'

/** An address as far as one line needs it. */
export type AddressChoice = {
  readonly id: string
  readonly street: string | null
  readonly number: string
  readonly box: string
}

/** `Molenstraat 12 bus 3` */
export function addressLine(t: Texts, { street, number, box }: AddressChoice): string {
  return street === null
    ? t('resident.address.withoutStreet', { number })
    : t('resident.address.line', { street, number, box: box || 'none' })
}
