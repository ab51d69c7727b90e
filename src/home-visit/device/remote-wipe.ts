/**
 * Erasing from afar: each notebook reports by a number of its own, locked or not and also when its session is over, and is erased
 * when the server says so; others on the same phone stay.
 */
import { type Farewell, keepFarewell } from './farewell.ts'
import type { KeptNotebook } from './phone.ts'
import { eraseEverything, type PhoneDatabase, waitingCount } from './phone-database.ts'

export type Fetch = (path: string, init: RequestInit) => Promise<Response>
type Reporting = {
  /** Others have a notebook on this phone too. */
  readonly isShared: boolean
  readonly now: Date
  readonly store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  readonly fetch: Fetch
}

/**
 * Reports one notebook, with how many acts wait in it, since those would be lost. Gives what is left of it when the server said to
 * erase it and that is done; that is kept too, for who takes up the phone later.
 */
export async function wipeIfAsked({ db, own }: KeptNotebook, reporting: Reporting): Promise<Farewell | undefined> {
  const { isShared, now, store, fetch } = reporting
  const owner = own.visitorId ? { visitor: own.visitorId } : {}
  const report = { id: own.number, notSent: await waitingCount(db), shared: isShared, ...owner }
  if (!(await saysWipe(fetch, report))) return undefined
  return erase({ db, own }, { cause: 'told', now, store })
}

type Erasing = Pick<Farewell, 'cause'> & Pick<Reporting, 'now' | 'store'>

/** Erases a notebook and keeps what is left of it to be read. */
export async function erase({ db, own }: KeptNotebook, { cause, now, store }: Erasing): Promise<Farewell> {
  const left = { ...(await leftOf(db)), cause, name: own.name, at: now.getTime() }
  await eraseEverything(db)
  keepFarewell(store, left)
  return left
}

/** What may still be said of a notebook, which may be gone or not be readable any more. */
async function leftOf(db: PhoneDatabase): Promise<Pick<Farewell, 'notSent' | 'municipality'>> {
  const [notSent, face] = await Promise.all([
    waitingCount(db).catch(() => 0),
    db.get('face', 'municipality').catch(() => undefined),
  ])
  const municipality = face ? { name: face.name, phone: face.phone, jurisdiction: face.jurisdiction } : null
  return { notSent, municipality }
}

type Report = {
  readonly id: string
  readonly notSent: number
  readonly shared: boolean
  readonly visitor?: string
}

async function saysWipe(fetch: Fetch, report: Report): Promise<boolean> {
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
