import type { Tx } from '../../../platform/database/transact.ts'
import { findAddresses } from '../../../registers/places/index.ts'
import type { Asset } from './asset.ts'

/** Where an address lies, when a door has just that street and number; nothing for one that is only like it, for that is elsewhere. */
export async function spotOf(tx: Tx, address: string): Promise<Asset['at']> {
  const typed = wordsIn(address)
  const doors = await findAddresses(tx, address)
  const door = doors.find(
    ({ street, number }) => street !== null && typed.includes(wordsIn(street)) && typed.includes(wordsIn(number)),
  )
  return door ? [door.x, door.y] : null
}

/** Where something lies that was noted before: another address moves it, and takes its place away when nobody knows where that is. */
export async function spotAfter(
  tx: Tx,
  { at, address, origin }: Pick<Asset, 'at' | 'address' | 'origin'>,
  typed: string | undefined,
): Promise<Asset['at']> {
  if ((typed ?? null) === address) return at
  const found = typed === undefined ? null : await spotOf(tx, typed)
  return found ?? (origin === 'openStreetMap' ? at : null)
}

/** Whole words without accents or capitals, between spaces. */
const wordsIn = (text: string): string =>
  ` ${text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `
