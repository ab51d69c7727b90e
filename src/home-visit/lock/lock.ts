import type { LockRecord, PhoneDatabase } from '../device/phone-database.ts'
import { eraseEverything } from '../device/phone-database.ts'
import { type DeriveKey, keyParameters } from './key-parameters.ts'
import { afterWrongTry, triesAllowed } from './tries.ts'

/** What a try to unlock gives. */
export type Unlocking =
  | { readonly kind: 'open'; readonly key: CryptoKey }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'erased' }

const place = 'lock'

/** Chooses the phrase: makes a data key that never leaves the phone unwrapped, and keeps it wrapped by the phrase. */
export async function setUpLock(db: PhoneDatabase, derive: DeriveKey, phrase: string): Promise<CryptoKey> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const wrapping = await wrappingKey(await derive(phrase.trim(), salt, keyParameters))
  // Extractable only here, so that it can be wrapped; what is handed on is not.
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = await crypto.subtle.wrapKey('raw', fresh, wrapping, wrapAlgorithm(iv))
  await putLock(db, { salt, parameters: keyParameters, wrapped: { iv, bytes }, triesLeft: triesAllowed })
  return unwrap(wrapping, { iv, bytes })
}

/**
 * Tries a phrase. The try is counted before it is made, so that closing the app in the middle wins nothing; after the last
 * wrong one the notebook is erased, and no other.
 */
export async function unlock(
  db: PhoneDatabase,
  derive: DeriveKey,
  phrase: string,
  erase: (db: PhoneDatabase) => Promise<unknown> = eraseEverything,
): Promise<Unlocking> {
  const counted = await countTry(db)
  if (!counted) {
    await erase(db)
    return { kind: 'erased' }
  }
  const { lock, after } = counted
  const wrapping = await wrappingKey(await derive(phrase.trim(), lock.salt, lock.parameters))
  const key = await unwrap(wrapping, lock.wrapped).catch(() => undefined)
  if (key) {
    await putLock(db, { ...lock, triesLeft: triesAllowed })
    return { kind: 'open', key }
  }
  if (after.kind === 'again') return { kind: 'wrong', triesLeft: after.triesLeft }
  await erase(db)
  return { kind: 'erased' }
}

/** Tries left, or undefined when no phrase was chosen yet. */
export async function lockState(db: PhoneDatabase): Promise<{ readonly triesLeft: number } | undefined> {
  const lock = await db.get('lock', place)
  return lock && { triesLeft: lock.triesLeft }
}

/** Takes one try off, in one transaction; undefined when there was none left (the app was closed during the last) or no lock. */
async function countTry(db: PhoneDatabase) {
  const counting = db.transaction('lock', 'readwrite', { durability: 'strict' })
  const lock = await counting.store.get(place)
  const after = lock && afterWrongTry(lock.triesLeft)
  if (lock && after)
    await counting.store.put({ ...lock, triesLeft: after.kind === 'again' ? after.triesLeft : 0 }, place)
  await counting.done
  return lock && after && lock.triesLeft > 0 ? { lock, after } : undefined
}

async function putLock(db: PhoneDatabase, lock: LockRecord): Promise<void> {
  const writing = db.transaction('lock', 'readwrite', { durability: 'strict' })
  await writing.store.put(lock, place)
  await writing.done
}

/** The key made of the phrase; the bytes are wiped. */
async function wrappingKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['wrapKey', 'unwrapKey'])
  } finally {
    bytes.fill(0)
  }
}

const unwrap = (wrapping: CryptoKey, { iv, bytes }: LockRecord['wrapped']) =>
  crypto.subtle.unwrapKey('raw', bytes, wrapping, wrapAlgorithm(iv), 'AES-GCM', false, ['encrypt', 'decrypt'])

const wrapAlgorithm = (iv: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(place),
})
