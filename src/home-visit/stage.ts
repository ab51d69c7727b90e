import { type Farewell, farewells } from './device/farewell.ts'
import type { KeptNotebook, Phone } from './device/phone.ts'
import { waitingCount } from './device/phone-database.ts'
import { placeOf } from './fragment.ts'
import { lockState } from './lock/lock.ts'
import type { Notebook } from './notebook/notebook.ts'
import type { Sync } from './outbox/sync.ts'

/** What the phone shows: one notebook opened with its key, or none. */
export type Stage =
  /** Notebooks were erased since somebody last looked. */
  | { readonly kind: 'farewell'; readonly farewells: readonly Farewell[]; readonly isOneOfMore: boolean }
  /** Whose notebook, of those on the phone; nothing of what is in them. */
  | { readonly kind: 'choosing'; readonly notebooks: readonly KeptNotebook[] }
  | { readonly kind: 'firstUse'; readonly others: readonly KeptNotebook[] }
  | Locked
  | Open

export type Locked = {
  readonly kind: 'locked'
  readonly kept: KeptNotebook
  readonly triesLeft: number
  readonly waiting: number
  readonly isShared: boolean
}
export type Open = {
  readonly kind: 'open'
  readonly kept: KeptNotebook
  readonly notebook: Notebook
  readonly sync: Sync
  readonly isShared: boolean
}

/** Where somebody who has no notebook on this shared phone yet comes back to after signing in. */
export const newNotebook = '#/new'

/** What the phone shows first. */
export async function firstStage(phone: Phone, store: Storage, now: Date): Promise<Stage> {
  const unread = farewells(store, now)
  const notebooks = await phone.notebooks()
  if (unread.length > 0) return { kind: 'farewell', farewells: unread, isOneOfMore: notebooks.length > 0 }
  const [only, ...more] = notebooks
  if (!only || placeOf(location.hash).path[0] === 'new') return { kind: 'firstUse', others: notebooks }
  return more.length > 0 ? { kind: 'choosing', notebooks } : lockedStage(only, false)
}

/** This notebook, asking for its phrase. */
export async function lockedStage(kept: KeptNotebook, isShared: boolean): Promise<Stage> {
  const [lock, waiting] = await Promise.all([lockState(kept.db), waitingCount(kept.db)])
  return { kind: 'locked', kept, triesLeft: lock?.triesLeft ?? 0, waiting, isShared }
}

/** The notebooks a stage is about: whose face the phone wears. */
export function notebooksIn(stage: Stage): readonly KeptNotebook[] {
  if (stage.kind === 'locked' || stage.kind === 'open') return [stage.kept]
  if (stage.kind === 'choosing') return stage.notebooks
  return stage.kind === 'firstUse' ? stage.others : []
}
