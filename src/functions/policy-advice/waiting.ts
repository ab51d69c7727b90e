import { addDays, isoDateIn } from '@meernet/calendar'
import { municipalTimeZone } from '../../platform/messages/index.ts'
import type { Waiting, WaitingOf } from '../../platform/waiting/waiting.ts'
import { decideOnPolicy, secondReadPolicySignals } from './access.ts'
import { readSince, waitingForReader } from './policy-signal-store.ts'

/**
 * For a coordinator under secrecy: notes of others that nobody read for recognisability yet. For who decides on policy: the
 * signals of the last weeks to weigh.
 */
export const waitingInPolicyAdvice: WaitingOf = async (tx) => {
  const { actor } = tx
  if (actor.kind !== 'staff') return []
  if (secondReadPolicySignals.allows(actor)) return toRead(await waitingForReader(tx, actor.userId))
  if (decideOnPolicy.allows(actor)) return toWeigh(await readSince(tx, daysBefore(tx.now, weighDays)))
  return []
}

/** Days in which a signal that was read counts as new to who decides: the steering group meets monthly. */
const weighDays = 31

const daysBefore = (now: Date, days: number) => addDays(isoDateIn(municipalTimeZone, now), -days)

function toRead({ count }: { readonly count: number }): readonly Waiting[] {
  const message = 'policyAdvice.waiting.secondReading'
  return count === 0 ? [] : [{ message, values: { count }, href: '/policy-signals?reading=waiting', dueOn: undefined }]
}

function toWeigh(count: number): readonly Waiting[] {
  const message = 'policyAdvice.waiting.weigh'
  return count === 0 ? [] : [{ message, values: { count }, href: '/policy-signals', dueOn: undefined }]
}
