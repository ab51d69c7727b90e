import { isoDateIn } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import { type HeardWithdrawal, withdrawInRegister } from '../cards/following/card-agreements.ts'
import { changeSignal, eraseWithMerged, withdrawWithMerged } from '../signals/actions.ts'
import { isOpen } from '../signals/signal.ts'
import { lockStanding, tellThoseWhoHaveIt } from './standing.ts'

/** Who took the agreement back: the holder on the public site, or the person through a colleague who noted it. */
export type TakenBack = HeardWithdrawal & { readonly by: 'codeHolder' | 'staff' }

/**
 * Takes the agreement on a card back. A card still on its way ends and is erased; with a case, those who help are told to stop
 * sharing. A card that was merged into another is erased whatever became of it, and whoever has the other one must look at it
 * today. As the program: a card may lie where the colleague who noted it does not look.
 */
export async function withdrawCard(tx: Tx, cardId: string, takenBack: TakenBack): Promise<void> {
  const standing = await lockStanding(tx, cardId)
  if (!standing) return
  const { own, kept } = standing
  const { by } = takenBack
  const today = isoDateIn(municipalTimeZone, tx.now)
  for (const id of await withdrawWithMerged(tx, own, by)) await withdrawInRegister(tx, id, takenBack)
  const ends = isOpen(own.state)
  await changeSignal(tx, own, ends ? { state: 'closed', closedBecause: 'withdrawn', dueOn: null } : {}, [
    { kind: 'agreementWithdrawn', by },
  ])
  if (ends || kept) await eraseWithMerged(tx, own)
  if (kept)
    await changeSignal(tx, kept, isOpen(kept.state) ? { dueOn: today } : {}, [
      { kind: 'mergedWithdrawn', by, otherId: cardId },
    ])
  await tellThoseWhoHaveIt(tx, kept ?? own)
}
