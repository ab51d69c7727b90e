/**
 * What is left of a notebook that was erased, until somebody read it: that it happened, how much had not been sent, and whom to
 * call. Nothing that was in it.
 */
import type { Face, Own } from './phone-database.ts'

/** `told`: the server said to erase it. `wrongPhrases`: somebody did not know the phrase. */
export type Farewell = {
  readonly cause: 'told' | 'wrongPhrases'
  readonly name: Own['name']
  /** Acts that went with it. */
  readonly notSent: number
  readonly municipality: Omit<Face, 'sheet'> | null
  readonly at: number
}
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const place = 'meernet-erased'
const keptDays = 30

/** Farewells nobody read yet, oldest first; those older than a month say nothing to anybody any more. */
export function farewells(store: Store, now: Date): readonly Farewell[] {
  const since = now.getTime() - keptDays * 86_400_000
  // Written by this app: its shapes are its own.
  return (JSON.parse(store.getItem(place) ?? '[]') as readonly Farewell[]).filter(({ at }) => at > since)
}

/** Keeps one to be read; a phone that has no room goes without. */
export function keepFarewell(store: Store, farewell: Farewell): void {
  const all = [...farewells(store, new Date(farewell.at)), farewell]
  try {
    store.setItem(place, JSON.stringify(all))
  } catch {
    // Erasing mattered more, and is done.
  }
}

/** Forgets them, once somebody read them. */
export function dropFarewells(store: Store): void {
  store.removeItem(place)
}
