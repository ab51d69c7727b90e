/**
 * The notebooks of a phone: one for each visitor who shares it, every one a database of its own with its own lock and key. What is
 * on the phone is asked of the browser each time, so there is no list that could say something else than what lies there.
 */
import { uuidv7 } from 'uuidv7'
import { ownOf } from './own.ts'
import { firstNotebook, type LetGo, type Own, openPhoneDatabase, type PhoneDatabase } from './phone-database.ts'

/** A notebook somebody prepared: where it lies, and what it says of itself. */
export type KeptNotebook = { readonly db: PhoneDatabase; readonly own: Own }

export type Phone = {
  /** Every notebook on this phone, oldest first. */
  readonly notebooks: () => Promise<readonly KeptNotebook[]>
  /** A place for a notebook that is about to be prepared. */
  readonly placeForNew: () => Promise<PhoneDatabase>
  /** Calls back with the database's name when another tab erased a notebook; gives what ends that. */
  readonly onErasedElsewhere: (listener: (name: string) => void) => () => void
}

/** `whenOutdated` is called when another tab runs a newer version of the app. */
export function openPhone(
  numbers: Pick<Storage, 'getItem' | 'removeItem'>,
  whenOutdated: () => void = () => undefined,
): Phone {
  const listeners = new Set<(name: string) => void>()
  const open = new Map<string, Promise<PhoneDatabase>>()
  const letGo = (name: string, why: LetGo) => {
    open.delete(name)
    if (why === 'outdated') return whenOutdated()
    for (const listener of listeners) listener(name)
  }
  const databaseOf = (name: string): Promise<PhoneDatabase> => {
    const known = open.get(name) ?? openPhoneDatabase(name, (why) => letGo(name, why))
    open.set(name, known)
    return known
  }
  const allOpen = async () => {
    const names = await databaseNames()
    for (const name of open.keys()) if (!names.includes(name)) open.delete(name)
    return Promise.all(names.map(databaseOf))
  }
  return {
    notebooks: async () => {
      const prepared = await withLock(await allOpen())
      const kept = await Promise.all(prepared.map(async (db) => ({ db, own: await ownOf(db, numbers) })))
      return kept.toSorted((a, b) => a.own.number.localeCompare(b.own.number))
    },
    placeForNew: async () => {
      const all = await allOpen()
      const prepared = await withLock(all)
      const halfway = all.find((db) => !prepared.includes(db))
      if (halfway) return halfway
      return databaseOf(all.some(({ name }) => name === firstNotebook) ? `${firstNotebook}-${uuidv7()}` : firstNotebook)
    },
    onErasedElsewhere: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

async function databaseNames(): Promise<readonly string[]> {
  const all = await indexedDB.databases()
  return all.flatMap(({ name }) => (name === firstNotebook || name?.startsWith(`${firstNotebook}-`) ? [name] : []))
}

/** Those somebody chose a phrase for: preparing may have ended halfway. */
async function withLock(all: readonly PhoneDatabase[]): Promise<readonly PhoneDatabase[]> {
  const locks = await Promise.all(all.map((db) => db.count('lock')))
  return all.filter((_db, index) => (locks[index] ?? 0) > 0)
}
