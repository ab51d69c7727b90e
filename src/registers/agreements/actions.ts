import { type StaffActor, systemActor } from '../../platform/access/actor.ts'
import type { Transact } from '../../platform/database/transact.ts'
import type { WithdrawalChannel } from './agreement.ts'
import { agreementById, withdrawAgreement } from './agreement-store.ts'

type Needs = { readonly transact: Transact }

/**
 * Notes that somebody took an agreement back. Who may see it may note it; the program then carries it out, because what
 * rests on it can lie in cases this colleague is not in. Undefined when there is no such agreement for `actor`.
 */
export async function noteWithdrawal(
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  channel: WithdrawalChannel,
): Promise<'withdrawn' | 'alreadyWithdrawn' | undefined> {
  const agreement = await transact(actor, async (tx) => {
    const found = await agreementById(tx, id)
    if (found)
      tx.audit({
        action: 'note withdrawal',
        subject: { type: 'agreement', id },
        personId: found.personId,
        details: { channel },
      })
    return found
  })
  if (!agreement) return undefined
  const isWithdrawn = await transact(systemActor(actor.municipalityId, 'agreements.withdrawal'), (tx) =>
    withdrawAgreement(tx, id, { channel, notedBy: actor.userId }),
  )
  return isWithdrawn ? 'withdrawn' : 'alreadyWithdrawn'
}
