import type { WaitingOf } from '../../platform/waiting/waiting.ts'
import { secondReadPolicySignals } from './access.ts'
import { waitingForReader } from './policy-signal-store.ts'

/** For a coordinator under secrecy: notes of others that nobody read for recognisability yet. */
export const waitingInPolicyAdvice: WaitingOf = async (tx) => {
  const { actor } = tx
  if (actor.kind !== 'staff' || !secondReadPolicySignals.allows(actor)) return []
  const { count } = await waitingForReader(tx, actor.userId)
  if (count === 0) return []
  return [
    {
      message: 'policyAdvice.waiting.secondReading',
      values: { count },
      href: '/policy-signals?reading=waiting',
      dueOn: undefined,
    },
  ]
}
