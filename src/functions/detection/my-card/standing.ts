import type { Tx } from '../../../platform/database/transact.ts'
import { tellColleague } from '../../../platform/identity/index.ts'
import { readersOf } from '../signals/signal-reading.ts'
import { lockSignal, type Signal, signalById } from '../signals/signal-store.ts'

/** A signal, and the one it was merged into when it was. */
export type Standing = { readonly own: Signal; readonly kept: Signal | undefined }

/** Holds both signals, in the order in which merging holds them, so that nobody waits for each other. */
export async function lockStanding(tx: Tx, cardId: string): Promise<Standing | undefined> {
  const { mergedInto } = (await signalById(tx, cardId)) ?? {}
  const held = new Map<string, Signal | undefined>()
  for (const id of mergedInto ? [cardId, mergedInto].sort() : [cardId]) held.set(id, await lockSignal(tx, id))
  const own = held.get(cardId)
  return own && { own, kept: own.mergedInto ? held.get(own.mergedInto) : undefined }
}

/** Whoever took the card up, or else all coordinators who may read it, hear that something waits. */
export async function tellThoseWhoHaveIt(tx: Tx, signal: Signal): Promise<void> {
  const { assigneeUserId } = signal
  const told = assigneeUserId ? [assigneeUserId] : (await readersOf(tx, signal)).map(({ userId }) => userId)
  for (const userId of told) await tellColleague(tx, userId)
}
