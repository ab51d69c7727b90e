import type { WaitingOf } from '../../platform/waiting/waiting.ts'
import { approveDeletions, checkDeletions } from './access.ts'
import { proposals } from './proposal-store.ts'

/** Proposals to check, and those somebody else checked, to decide on. */
export const waitingInRetention: WaitingOf = async (tx) => {
  const { actor } = tx
  if (actor.kind !== 'staff' || !approveDeletions.allows(actor)) return []
  return (await proposals(tx, { open: true })).flatMap(({ id, state, checkedBy }) => {
    const waits = { href: `/retention/proposals/${id}`, dueOn: undefined }
    if (state === 'proposed' && checkDeletions.allows(actor)) return [{ ...waits, message: 'retention.waiting.check' }]
    return state === 'checked' && checkedBy !== actor.userId ? [{ ...waits, message: 'retention.waiting.approve' }] : []
  })
}
