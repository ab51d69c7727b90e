/**
 * What must be done for every notebook on the phone, whichever is open: what is due is forgotten (rule P8), and each reports whether
 * it has to be erased. Runs at every start before anything else, whenever the network or somebody comes back, and now and then.
 */

import type { KeptNotebook, Phone } from './phone.ts'
import { corrected, readToldTime } from './phone-clock.ts'
import { forgetDue, type ToldTime } from './phone-database.ts'
import { type Fetch, wipeIfAsked } from './remote-wipe.ts'

/** How often, while the app stands open. */
const pauseMs = 5 * 60_000

type Needs = {
  readonly clock: () => Date
  readonly store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  readonly fetch: Fetch
}

/** Forgets what is due in every notebook; one that is too full to delete from stops none of the others. */
export async function forgetOnPhone(phone: Phone, shown: Date): Promise<void> {
  const notebooks = await phone.notebooks()
  const now = corrected(shown, await newestTold(notebooks))
  await Promise.all(notebooks.map(({ db }) => forgetDue(db, now).catch(() => 0)))
}

/** Reports every notebook; gives the names of the databases that were erased. */
export async function wipeOnPhone(phone: Phone, { clock, store, fetch }: Needs): Promise<readonly string[]> {
  const notebooks = await phone.notebooks()
  const reporting = { isShared: notebooks.length > 1, now: clock(), store, fetch }
  const erased: string[] = []
  for (const notebook of notebooks) if (await wipeIfAsked(notebook, reporting)) erased.push(notebook.db.name)
  return erased
}

/**
 * Tends the phone from now on; `whenErased` is called with the database's name of each notebook that goes. Gives what does it once
 * more, for a notebook that was just prepared: it must be known before its session ends.
 */
export function tendPhone(phone: Phone, needs: Needs, whenErased: (name: string) => void): () => void {
  // One round after the other: two at once would erase the same notebook twice.
  let round = Promise.resolve()
  const tend = () => {
    round = round
      .then(() => forgetOnPhone(phone, needs.clock()))
      .then(() => wipeOnPhone(phone, needs))
      .then((erased) => erased.forEach(whenErased))
      .catch(() => undefined)
  }
  addEventListener('online', tend)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && tend())
  setInterval(tend, pauseMs)
  tend()
  return tend
}

/** What the last contact of any of them taught: they share one clock. */
async function newestTold(notebooks: readonly KeptNotebook[]): Promise<ToldTime | undefined> {
  const all = await Promise.all(notebooks.map(({ db }) => readToldTime(db)))
  return all.flatMap((told) => told ?? []).toSorted((a, b) => b.toldAt - a.toldAt)[0]
}
