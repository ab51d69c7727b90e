/**
 * Erasing from afar: a phone that keeps something reports by a number it made for itself, locked or not and also when its session
 * is over, and erases itself when the server says so. It asks again whenever the network or its user comes back.
 */
import { uuidv7 } from 'uuidv7'
import { eraseEverything, type PhoneDatabase, waitingCount } from './phone-database.ts'

const numberKey = 'meernet-phone'
type Fetch = (path: string, init: RequestInit) => Promise<Response>
type Numbers = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** How often a phone reports while the app stands open. */
const pauseMs = 5 * 60_000

/**
 * Reports now and each time the phone is back; `onErased` is called when everything on it is gone. Gives what reports once more, for
 * a phone that was just prepared: it must be known before its session ends.
 */
export function watchForWipe(db: PhoneDatabase, onErased: () => void): () => void {
  const ask = (path: string, init: RequestInit) => fetch(path, init)
  const report = () => void wipeIfAsked(db, localStorage, ask).then((isErased) => isErased && onErased())
  addEventListener('online', report)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && report())
  setInterval(report, pauseMs)
  report()
  return report
}

/** Reports once, and how many acts wait, since those would be lost; true when the server said to erase, and it is done. Without anything kept there is nothing to report. */
export async function wipeIfAsked(db: PhoneDatabase, numbers: Numbers, fetch: Fetch): Promise<boolean> {
  if (!(await db.get('lock', 'lock'))) return false
  const id = numbers.getItem(numberKey) ?? uuidv7()
  numbers.setItem(numberKey, id)
  if (!(await saysWipe(fetch, { id, notSent: await waitingCount(db) }))) return false
  await eraseEverything(db)
  // A phone that is prepared again is another one.
  numbers.removeItem(numberKey)
  return true
}

async function saysWipe(fetch: Fetch, report: { readonly id: string; readonly notSent: number }): Promise<boolean> {
  try {
    const answer = await fetch('/api/phone', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(report),
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'error',
    })
    // Our own server's answer; anything else, such as the page of a hotel's network, says nothing.
    return answer.ok && ((await answer.json()) as { wipe?: unknown }).wipe === true
  } catch {
    return false
  }
}
