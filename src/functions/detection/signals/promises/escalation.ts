import { daysBetween, type IsoDate, isoDateIn } from '@meernet/calendar'
import { systemActor } from '../../../../platform/access/actor.ts'
import type { Transact } from '../../../../platform/database/transact.ts'
import { tellColleague } from '../../../../platform/identity/index.ts'
import { municipalTimeZone } from '../../../../platform/messages/index.ts'
import { type Substitute, standInFor } from '../../substitutes/substitute.ts'
import { headOfService, substitutesIn } from '../../substitutes/substitute-store.ts'
import { changeSignal } from '../actions.ts'
import type { Signal } from '../signal-store.ts'
import { overdueAtOnce, overdueSignals } from './overdue-store.ts'

/** Days too late after which what the substitute left goes to the head of service; an alarm goes on after one day. */
const headOfServiceAfterDays = 3

/** To whom an overdue signal goes now; undefined when it stays where it is. */
export type Escalation = { readonly level: 'substitute' | 'headOfService'; readonly to: string }

/** Overdue goes to the substitute of who has it, then to the head of service; straight on when there is no substitute. */
export function escalationOf(
  signal: Pick<Signal, 'dueOn' | 'escalated' | 'assigneeUserId' | 'triage' | 'urgency'>,
  {
    substitutes,
    head,
    today,
  }: { readonly substitutes: readonly Substitute[]; readonly head: string | null; readonly today: IsoDate },
): Escalation | undefined {
  if (signal.dueOn === null || signal.dueOn >= today || signal.escalated === 'headOfService') return undefined
  const substitute = signal.assigneeUserId ? standInFor(signal.assigneeUserId, substitutes, today) : undefined
  if (signal.escalated === 'nobody' && substitute) return { level: 'substitute', to: substitute }
  const isUrgent = signal.triage === 'alarm' || (signal.triage === null && signal.urgency === 'urgent')
  const patience = signal.escalated === 'substitute' ? (isUrgent ? 2 : headOfServiceAfterDays) : 1
  return head !== null && daysBetween(signal.dueOn, today) >= patience
    ? { level: 'headOfService', to: head }
    : undefined
}

/** Passes on what is overdue in one municipality, and lets those concerned know by an empty mail (P22). */
export async function escalateOverdue(transact: Transact, municipalityId: string): Promise<void> {
  // Some can go to nobody and stay: without going on after them, those behind would never be passed on.
  let after: string | null = null
  do after = await escalateSome(transact, municipalityId, after)
  while (after !== null)
}

/** Passes on those that come after `after`; gives the last one looked at, null when there are no more. */
function escalateSome(transact: Transact, municipalityId: string, after: string | null): Promise<string | null> {
  return transact(systemActor(municipalityId, 'pass on overdue signals'), async (tx) => {
    const today = isoDateIn(municipalTimeZone, tx.now)
    const overdue = await overdueSignals(tx, today, after)
    const byZone = Map.groupBy(overdue, ({ zoneId }) => zoneId)
    for (const [zoneId, signals] of byZone) {
      const known = {
        substitutes: await substitutesIn(tx, zoneId, today),
        head: await headOfService(tx, zoneId),
        today,
      }
      for (const signal of signals) {
        const escalation = escalationOf(signal, known)
        if (!escalation) continue
        await changeSignal(tx, signal, { escalated: escalation.level, escalatedTo: escalation.to }, [
          { kind: 'escalated', otherId: escalation.to },
        ])
        await tellColleague(tx, escalation.to)
      }
    }
    return overdue.length < overdueAtOnce ? null : (overdue.at(-1)?.id ?? null)
  })
}
