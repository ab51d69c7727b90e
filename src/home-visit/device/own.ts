/**
 * What a notebook says of itself without its key: the number it reports by, the name others on a shared phone know it by, and the
 * number of the account it belongs to, so that it is never filled in the session of somebody else.
 */
import { uuidv7 } from 'uuidv7'
import { firstNotebook, type Own, type PhoneDatabase } from './phone-database.ts'

const place = 'own'
/** Where versions before the fourth kept the number of the only notebook. */
const numberBefore = 'meernet-phone'
type Numbers = Pick<Storage, 'getItem' | 'removeItem'>

/** What a new notebook says of itself, with a number of its own. */
export async function keepOwn(db: PhoneDatabase, chosen: Omit<Own, 'number'>): Promise<void> {
  await db.put('own', { number: uuidv7(), ...chosen }, place)
}

/** What a notebook says of itself; undefined in one of an earlier version. */
export const readOwn = (db: PhoneDatabase): Promise<Own | undefined> => db.get('own', place)

/** Changes what a notebook says of itself. */
export async function changeOwn(db: PhoneDatabase, change: Partial<Omit<Own, 'number'>>): Promise<void> {
  const changing = db.transaction('own', 'readwrite')
  const own = await changing.store.get(place)
  await Promise.all([own && changing.store.put({ ...own, ...change }, place), changing.done])
}

/** What a notebook says of itself; one of an earlier version keeps the number it already reports by. */
export async function ownOf(db: PhoneDatabase, numbers: Numbers): Promise<Own> {
  const own = await readOwn(db)
  if (own) return own
  const before = db.name === firstNotebook ? numbers.getItem(numberBefore) : null
  const fresh: Own = { number: before ?? uuidv7(), name: null, visitorId: null }
  // A full phone keeps the number where it was, and tries again the next time.
  await db.add('own', fresh, place).then(
    () => numbers.removeItem(numberBefore),
    () => undefined,
  )
  return (await readOwn(db)) ?? fresh
}
