import type { LockRecord, PhoneDatabase } from '../device/phone-database.ts'
import { eraseEverything } from '../device/phone-database.ts'
import { type DeriveKey, keyParameters } from './key-parameters.ts'
import { afterWrongTry, triesAllowed, triesOnFullPhone } from './tries.ts'

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
  await putLock(db, { salt, parameters: keyParameters, wrapped: { iv, bytes } })
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
  const counted = await countTry(db).catch(() => countOnFullPhone(db))
  if (!counted) {
    await erase(db)
    return { kind: 'erased' }
  }
  const { lock, after } = counted
  const wrapping = await wrappingKey(await derive(phrase.trim(), lock.salt, lock.parameters))
  const key = await unwrap(wrapping, lock.wrapped).catch(() => undefined)
  if (key) {
    // A full phone gives the tries back when it has room.
    await putLock(db, lock).catch(() => undefined)
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
  const counted = lock && after && { ...lock, triesLeft: after.kind === 'again' ? after.triesLeft : 0 }
  await Promise.all([counted && counting.store.put(counted, place), counting.done])
  return lock && after && lock.triesLeft > 0 ? { lock, after } : undefined
}

/**
 * Counts a try where nothing can be written: by deleting one of the spare ones. Refuses when there are none left, so that filling a phone
 * does not win tries without end.
 */
async function countOnFullPhone(db: PhoneDatabase) {
  const counting = db.transaction(['lock', 'spare'], 'readwrite', { durability: 'strict' })
  const lock = await counting.objectStore('lock').get(place)
  const [spare] = await counting.objectStore('spare').getAllKeys(null, 1)
  if (spare !== undefined) await counting.objectStore('spare').delete(spare)
  await counting.done
  if (lock && spare === undefined) throw new Error('this phone is full and has no spare tries left')
  return lock && { lock, after: { kind: 'again', triesLeft: lock.triesLeft } as const }
}

/** Writes the lock with all its tries. */
async function putLock(db: PhoneDatabase, lock: Omit<LockRecord, 'triesLeft'>): Promise<void> {
  const writing = db.transaction(['lock', 'spare'], 'readwrite', { durability: 'strict' })
  const spare = writing.objectStore('spare')
  await Promise.all([
    writing.objectStore('lock').put({ ...lock, triesLeft: triesAllowed }, place),
    ...Array.from({ length: triesOnFullPhone }, (_, index) => spare.put(true, index)),
    writing.done,
  ])
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
