import { systemActor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import { indexSomeAgain } from './index-store.ts'

/** The job that indexes cards again: queued by a migration that changed the index, and every night for what it missed. */
export const indexAgainTask = 'detection.indexCardsAgain'

/** Few enough that nobody who changes a card waits for it. */
const cardsAtOnce = 100

/** Indexes the words of all cards of a municipality that were indexed by older rules; does nothing when there are none. */
export async function indexCardsAgain(transact: Transact, municipalityId: string): Promise<void> {
  const indexSome = () =>
    transact(systemActor(municipalityId, 'index cards again'), async (tx) => {
      const count = await indexSomeAgain(tx, cardsAtOnce)
      if (count > 0)
        tx.audit({ action: 'index cards', subject: { type: 'municipality', id: municipalityId }, details: { count } })
      return count
    })
  while ((await indexSome()) === cardsAtOnce);
}
