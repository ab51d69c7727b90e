import type { Tx } from '../../platform/database/transact.ts'
import { type Address, addressesById, findAddresses, streetsOf } from '../places/index.ts'
import type { Refusal } from './forms.ts'
import type { Volunteer } from './volunteer.ts'

/** An address or street as one reads it. */
export type RefusedPlace = { readonly kind: 'address' | 'street'; readonly placeId: string; readonly label: string }

/** What somebody would rather not visit, streets first. */
export async function refusedPlaces(
  tx: Tx,
  { refusedAddressIds, refusedStreetIds }: Volunteer,
): Promise<readonly RefusedPlace[]> {
  const streets = refusedStreetIds.length > 0 ? await streetsOf(tx, { ids: refusedStreetIds }) : []
  const addresses = refusedAddressIds.length > 0 ? await addressesById(tx, refusedAddressIds) : []
  return [
    ...streets.map(({ id, name }) => ({ kind: 'street' as const, placeId: id, label: name })),
    ...addresses.map(placeOf),
  ]
}

/** Whether the municipality has this address or street. */
export async function isPlace(tx: Tx, { kind, placeId }: Refusal): Promise<boolean> {
  const found = kind === 'street' ? await streetsOf(tx, { ids: [placeId] }) : await addressesById(tx, [placeId])
  return found.length > 0
}

/** Streets and addresses that fit what was typed. */
export async function findPlaces(tx: Tx, typed: string): Promise<readonly RefusedPlace[]> {
  if (typed === '') return []
  const addresses = await findAddresses(tx, typed, 8)
  const streets = new Map(addresses.map(({ streetId, street }) => [streetId, street]))
  return [
    ...[...streets].flatMap(([placeId, label]) =>
      placeId && label ? [{ kind: 'street' as const, placeId, label }] : [],
    ),
    ...(/\d/.test(typed) ? addresses.map(placeOf) : []),
  ]
}

const placeOf = ({ id, street, number, box }: Address): RefusedPlace => ({
  kind: 'address',
  placeId: id,
  label: `${street ?? ''} ${number}${box ? ` / ${box}` : ''}`.trim(),
})
