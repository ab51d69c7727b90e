import type { Tx } from '../../../platform/database/transact.ts'
import { namesOf } from '../../../platform/identity/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import { eventsOf, signalById } from './signal-store.ts'

/** What happened with a signal before it became a case, as lines of the case's timeline; notes stay with the signal. */
export async function signalHistoryOf(
  tx: Tx,
  signalId: string,
  t: Texts,
): Promise<readonly { readonly at: Date; readonly what: string; readonly who: string }[]> {
  const signal = await signalById(tx, signalId)
  if (!signal) return []
  const events = await eventsOf(tx, signal)
  const names = await namesOf(
    tx,
    events.flatMap(({ byUserId }) => byUserId ?? []),
  )
  return events
    .map(({ at, kind, byUserId }) => ({
      at,
      what: t(`detection.event.${kind}`),
      who: (byUserId && names.get(byUserId)) ?? '',
    }))
    .toReversed()
}
