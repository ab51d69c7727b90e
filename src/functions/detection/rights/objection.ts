import type { IsoDate } from '@meernet/calendar'
import { isoDateIn } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import { openCampaigns } from '../campaigns/campaign-store.ts'
import { addObjection, applyObjections, objectionOf, removeObjection } from '../campaigns/opt-outs/objection-store.ts'
import { changeSignal, eraseWithMerged, withdrawWithMerged } from '../signals/actions.ts'
import { isOpen } from '../signals/signal.ts'
import { lockSignal } from '../signals/signal-store.ts'
import { cardIdsOf } from './erasing-store.ts'

/** What an objection stopped. */
export type Stopped = { readonly visits: boolean; readonly cards: number }

/**
 * Somebody objects: no campaign of the zone visits or writes to the address any more, now or later, and cards known to be
 * theirs end and are erased, as after any withdrawal. NOTE a card is known to be somebody's once a case was opened for it: one that still
 * waits in the inbox ends through the request that bears it (`endCard`). A case goes on until who helps has spoken with the person: it
 * is not the program that ends help.
 */
export async function stopForObjection(
  tx: Tx,
  {
    personId,
    addressId,
    zoneId,
  }: { readonly personId: string | null; readonly addressId: string | null; readonly zoneId: string },
): Promise<Stopped> {
  if (addressId) await stopVisitsAt(tx, zoneId, addressId)
  return { visits: addressId !== null, cards: personId ? await endCardsOf(tx, personId) : 0 }
}

/** Lets later campaigns visit an address again, when the person takes the objection back. False when there was none. */
export const allowVisitsAt = (tx: Tx, zoneId: string, addressId: string): Promise<boolean> =>
  removeObjection(tx, zoneId, addressId)

/** Since when an address is not visited because of an objection. */
export const visitsStoppedAt = (tx: Tx, zoneId: string, addressId: string): Promise<IsoDate | undefined> =>
  objectionOf(tx, zoneId, addressId)

async function stopVisitsAt(tx: Tx, zoneId: string, addressId: string): Promise<void> {
  await addObjection(tx, zoneId, addressId, isoDateIn(municipalTimeZone, tx.now))
  for (const campaign of await openCampaigns(tx)) if (campaign.zoneId === zoneId) await applyObjections(tx, campaign)
}

async function endCardsOf(tx: Tx, personId: string): Promise<number> {
  let ended = 0
  for (const id of await cardIdsOf(tx, { personIds: [personId] })) {
    const signal = await lockSignal(tx, id)
    if (!signal || signal.mergedInto !== null || !isOpen(signal.state)) continue
    await withdrawWithMerged(tx, signal, 'staff')
    await changeSignal(tx, signal, { state: 'closed', closedBecause: 'withdrawn', dueOn: null }, [
      { kind: 'agreementWithdrawn', by: 'staff' },
    ])
    await eraseWithMerged(tx, signal)
    ended += 1
  }
  return ended
}
