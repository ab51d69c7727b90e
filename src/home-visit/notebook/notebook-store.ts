import type { VisitAct } from '../../functions/detection/contract.ts'
import type { PhoneDatabase, StoredAct } from '../device/phone-database.ts'
import { type OpenAll, sealed } from '../device/sealing.ts'
import type { OpenAct } from './page.ts'

/** A record to keep (`value`) or to forget (`value` absent); `forgetAt` is the moment it must be gone. */
export type Change = { readonly place: string; readonly value?: unknown; readonly forgetAt?: number | null }

/**
 * All records, opened, by place. One that does not open is left out: it is of no use to anybody; so is one that is due, which a
 * full phone could not delete.
 */
export async function readRecords(db: PhoneDatabase, open: OpenAll, now: Date): Promise<ReadonlyMap<string, unknown>> {
  const stored = (await db.getAll('record')).filter(({ forgetAt }) => forgetAt === null || forgetAt > now.getTime())
  const values = await Promise.all(open(stored).map((value) => value.catch(() => undefined)))
  const pairs = stored.map(({ place }, index) => [place, values[index]] as const)
  return new Map(pairs.filter(([, value]) => value !== undefined))
}

/** The acts in the outbox, opened, oldest first. */
export async function readActs(db: PhoneDatabase, open: OpenAll): Promise<readonly OpenAct[]> {
  const stored = await db.getAll('outbox')
  const acts = await Promise.all(open(stored.map(({ id, iv, bytes }) => ({ place: actPlace(id), iv, bytes }))))
  return stored.map(({ sequence = 0, state, reason }, index) => ({
    sequence,
    // Sealed by this app in the shape of an act; the server checks it again.
    act: acts[index] as VisitAct,
    state,
    reason,
  }))
}

/**
 * Writes acts and records in one transaction, on disk when it resolves: only then may a screen say that something is kept.
 */
export async function writeActs(
  db: PhoneDatabase,
  key: CryptoKey,
  acts: readonly VisitAct[],
  changes: readonly Change[],
): Promise<void> {
  // Sealing first: a transaction of IndexedDB ends when it has to wait for anything else.
  const sealedActs = await Promise.all(acts.map((act) => storedAct(key, act)))
  const sealedRecords = await Promise.all(changes.map((change) => storedRecord(key, change)))
  const writing = db.transaction(['outbox', 'record'], 'readwrite', { durability: 'strict' })
  const outbox = writing.objectStore('outbox')
  const records = writing.objectStore('record')
  await Promise.all([
    ...sealedActs.map((act) => outbox.add(act)),
    ...sealedRecords.map((record) => ('gone' in record ? records.delete(record.place) : records.put(record))),
    writing.done,
  ])
}

/** What sending came to: acts that leave, acts that were refused, records whose time to be forgotten is known now. */
export type Outcome = {
  readonly done: readonly number[]
  readonly refused: readonly { readonly sequence: number; readonly reason: StoredAct['reason'] }[]
  readonly forgetAt: number
  readonly handedOver: readonly string[]
}

/** Writes what sending came to in one transaction; throws when the phone has no room for it. */
export async function writeOutcome(db: PhoneDatabase, { done, refused, forgetAt, handedOver }: Outcome): Promise<void> {
  const writing = db.transaction(['outbox', 'record'], 'readwrite', { durability: 'strict' })
  const outbox = writing.objectStore('outbox')
  const records = writing.objectStore('record')
  await Promise.all([
    ...done.map((sequence) => outbox.delete(sequence)),
    ...refused.map(async ({ sequence, reason }) => {
      const item = await outbox.get(sequence)
      if (item) await outbox.put({ ...item, state: 'refused', reason, forgetAt })
    }),
    ...handedOver.map(async (place) => {
      const record = await records.get(place)
      if (record) await records.put({ ...record, forgetAt: record.forgetAt ?? forgetAt })
    }),
    writing.done,
  ])
}

/**
 * What a full phone can still do of that: the acts that were taken leave, and so do the notes about them, which could not be told
 * when to be forgotten (rule P8). What was refused waits.
 */
export async function deleteDone(
  db: PhoneDatabase,
  { done, handedOver }: Pick<Outcome, 'done' | 'handedOver'>,
): Promise<void> {
  const deleting = db.transaction(['outbox', 'record'], 'readwrite', { durability: 'strict' })
  await Promise.all([
    ...done.map((sequence) => deleting.objectStore('outbox').delete(sequence)),
    ...handedOver.map((place) => deleting.objectStore('record').delete(place)),
    deleting.done,
  ])
}

/** Takes acts out of the outbox that the visitor has read about. */
export async function deleteActs(db: PhoneDatabase, sequences: readonly number[]): Promise<void> {
  const writing = db.transaction('outbox', 'readwrite')
  await Promise.all([...sequences.map((sequence) => writing.store.delete(sequence)), writing.done])
}

const actPlace = (id: string) => `act/${id}`

async function storedAct(key: CryptoKey, act: VisitAct): Promise<StoredAct> {
  const seal = await sealed(key, actPlace(act.id), act)
  return { ...seal, id: act.id, state: 'waiting', reason: null, forgetAt: null }
}

async function storedRecord(key: CryptoKey, { place, value, forgetAt = null }: Change) {
  if (value === undefined) return { place, gone: true } as const
  return { ...(await sealed(key, place, value)), place, forgetAt }
}
