/**
 * One notebook as it lies on the phone, in an IndexedDB of its own (`phone.ts` has them all). Only these things are readable
 * without the key:
 *
 *   own      the number it reports by, the name it bears on a phone that is shared, the number of the account it belongs to
 *   lock     how the key is wrapped, and how many wrong tries are left
 *   spare    a record for each try that a full phone still allows: it can delete, and write nothing
 *   face     name, telephone and house style of the municipality, so that a locked phone says whose it is and whom to call
 *   clock    how wrong the phone's clock is, so that what is due is forgotten in time
 *   record   sealed; its place ("round/…", "visit/…", "draft/…", "check/…", "self") and the moment it must be forgotten
 *   outbox   sealed acts in the order they were done; state and moment to be forgotten
 *
 * The moments stand outside the seal, so that forgetting (rule P8) needs no key.
 */
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import type { RefusalReason, RoundsAnswer } from '../../functions/detection/contract.ts'
import type { KeyParameters } from '../lock/key-parameters.ts'
import type { Sealed } from './sealing.ts'

/** What a notebook says of itself: `name` is what its visitor chose for others to read, null while the phone is not shared. */
export type Own = {
  readonly number: string
  readonly name: string | null
  /** Null in what an earlier version kept, until it is opened and has been in contact. */
  readonly visitorId: string | null
}
/** The data key, wrapped by a key made of the phrase; after the last of `triesLeft` the notebook is erased. */
export type LockRecord = {
  readonly salt: Uint8Array<ArrayBuffer>
  readonly parameters: KeyParameters
  readonly wrapped: Sealed
  readonly triesLeft: number
}
/** What the last contact taught: how far this clock runs ahead (negative: behind), and the server's moment, both in ms. */
export type ToldTime = { readonly aheadMs: number; readonly toldAt: number }
/** What a phone shows of the municipality before it is unlocked: nothing of a person. `sheet` is its house style, as CSS. */
export type Face = Pick<RoundsAnswer['municipality'], 'name' | 'phone' | 'jurisdiction'> & { readonly sheet: string }
/** A sealed record; `forgetAt` in ms, readable without the key so that it can be forgotten while locked. */
export type StoredRecord = Sealed & { readonly place: string; readonly forgetAt: number | null }
/** A sealed act of the outbox; the database gives it its `sequence`. */
export type StoredAct = Sealed & {
  readonly sequence?: number
  readonly id: string
  readonly state: 'waiting' | 'refused'
  readonly reason: RefusalReason | null
  readonly forgetAt: number | null
}

type Schema = DBSchema & {
  own: { key: string; value: Own }
  lock: { key: string; value: LockRecord }
  spare: { key: number; value: true }
  face: { key: string; value: Face }
  clock: { key: string; value: ToldTime }
  record: { key: string; value: StoredRecord }
  outbox: { key: number; value: StoredAct }
}
export type PhoneDatabase = IDBPDatabase<Schema>

/** The database of the first notebook of a phone; others add a number of their own. */
export const firstNotebook = 'meernet-visits'

/** Why a notebook had to be let go: another tab erases it, or brings it to a newer version of the app. */
export type LetGo = 'erased' | 'outdated'

/** Opens the database of a notebook. */
export function openPhoneDatabase(
  name: string = firstNotebook,
  whenLetGo: (why: LetGo) => void = () => undefined,
): Promise<PhoneDatabase> {
  return openDB<Schema>(name, 4, {
    upgrade: (db, before) => {
      if (before < 1) {
        db.createObjectStore('lock')
        db.createObjectStore('record', { keyPath: 'place' })
        db.createObjectStore('outbox', { keyPath: 'sequence', autoIncrement: true })
      }
      if (before < 2) db.createObjectStore('face')
      if (before < 3) db.createObjectStore('clock')
      if (before < 4) {
        db.createObjectStore('own')
        db.createObjectStore('spare')
      }
    },
    // Let go, so that the other tab can go on, and forget here too.
    blocking: (_from, to, event) => {
      ;(event.target as IDBDatabase).close()
      whenLetGo(to === null ? 'erased' : 'outdated')
    },
  })
}

/** Erases all there is of this notebook, key and all; others on the phone stay. */
export async function eraseEverything(db: PhoneDatabase): Promise<void> {
  // A full phone may refuse to write; taking the whole away needs no room.
  await clearAll(db).catch(() => undefined)
  db.close()
  await deleteDB(db.name)
}

async function clearAll(db: PhoneDatabase): Promise<void> {
  const stores = ['own', 'lock', 'spare', 'face', 'clock', 'record', 'outbox'] as const
  const erasing = db.transaction(stores, 'readwrite', { durability: 'strict' })
  await Promise.all([...stores.map((store) => erasing.objectStore(store).clear()), erasing.done])
}

/** Deletes what must be forgotten by `now`; needs no key, so it runs before unlocking. Gives how many went. */
export async function forgetDue(db: PhoneDatabase, now: Date): Promise<number> {
  const forgetting = db.transaction(['record', 'outbox'], 'readwrite')
  let count = 0
  for (const store of ['record', 'outbox'] as const) {
    for (let cursor = await forgetting.objectStore(store).openCursor(); cursor; cursor = await cursor.continue()) {
      if (cursor.value.forgetAt === null || cursor.value.forgetAt > now.getTime()) continue
      await cursor.delete()
      count += 1
    }
  }
  await forgetting.done
  return count
}

/** How many acts wait to be sent; known without the key. */
export async function waitingCount(db: PhoneDatabase): Promise<number> {
  return (await db.getAll('outbox')).filter(({ state }) => state === 'waiting').length
}
