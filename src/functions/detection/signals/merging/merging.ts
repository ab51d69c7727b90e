import { addDays, isoDateIn } from '@meernet/calendar'
import type { StaffActor } from '../../../../platform/access/actor.ts'
import type { Transact } from '../../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../../platform/messages/index.ts'
import { keepAgreementsOfCards, partAgreementTask } from '../../cards/following/card-agreements.ts'
import { changeSignal, lockOwnSignal } from '../actions.ts'
import { isOpen } from '../signal.ts'
import { mergedInto, type Signal } from '../signal-store.ts'
import { dismissDuplicate } from './duplicate-store.ts'

type Needs = { readonly transact: Transact }
type Pair = { readonly signalId: string; readonly version: number; readonly other: string }

/** Days within which merging can be taken back. */
export const undoDays = 30

export type MergeResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'refused'; readonly reason: MergeRefusal }
export type MergeRefusal = 'merged' | 'hasMerged' | 'hasEnded' | 'otherZone' | 'notMerged' | 'tooLate'

/**
 * Whether `other` may go into `kept`: both in one zone, neither merged, and `other` not holding merged ones or a case itself. What
 * is still promised does not go into something that has ended: nobody would do it any more.
 */
export function mergeRefusal(kept: Signal, other: Signal, otherHasMerged: boolean): MergeRefusal | undefined {
  if (kept.id === other.id || kept.zoneId !== other.zoneId) return 'otherZone'
  if (kept.mergedInto !== null || other.mergedInto !== null) return 'merged'
  if (other.state === 'case' || kept.state === 'declined') return 'hasEnded'
  if (isOpen(other.state) && !goesOn(kept)) return 'hasEnded'
  return otherHasMerged ? 'hasMerged' : undefined
}

const goesOn = ({ state, caseProgress }: Signal) => isOpen(state) || (state === 'case' && caseProgress !== 'closed')

/** Whether merging can still be taken back at `now`. */
function undoRefusal(kept: Signal, other: Signal, now: Date): MergeRefusal | undefined {
  if (other.mergedInto !== kept.id || other.mergedAt === null) return 'notMerged'
  const until = addDays(isoDateIn(municipalTimeZone, other.mergedAt), undoDays)
  return isoDateIn(municipalTimeZone, now) > until ? 'tooLate' : undefined
}

/** Lets `other` go on as part of the signal; its sender and code holder see where that one stands from now on. */
export const mergeSignals = (
  { transact }: Needs,
  actor: StaffActor,
  { signalId, version, other }: Pair,
): Promise<MergeResult> =>
  transact(actor, async (tx) => {
    const [kept, double] = await lockPair(signalId, other, (id) => lockOwnSignal(tx, actor, id))
    if (kept.version !== version) return { kind: 'stale' }
    const reason = mergeRefusal(kept, double, (await mergedInto(tx, [other])).length > 0)
    if (reason) return { kind: 'refused', reason }
    await changeSignal(tx, double, { mergedInto: signalId, mergedAt: tx.now }, [{ kind: 'merged', otherId: signalId }])
    await changeSignal(tx, kept, earliest(kept, double), [{ kind: 'merged', otherId: other }])
    if (kept.personId) await keepAgreementsOfCards(tx, [other], kept.personId)
    return { kind: 'done' }
  })

/** Takes a merge back within 30 days: the other is again where it stood. */
export const undoMerge = (
  { transact }: Needs,
  actor: StaffActor,
  { signalId, version, other }: Pair,
): Promise<MergeResult> =>
  transact(actor, async (tx) => {
    const [kept, double] = await lockPair(signalId, other, (id) => lockOwnSignal(tx, actor, id))
    if (kept.version !== version) return { kind: 'stale' }
    const reason = undoRefusal(kept, double, tx.now)
    if (reason) return { kind: 'refused', reason }
    await changeSignal(tx, double, { mergedInto: null, mergedAt: null }, [{ kind: 'mergeUndone', otherId: signalId }])
    await changeSignal(tx, kept, {}, [{ kind: 'mergeUndone', otherId: other }])
    if (kept.personId) await tx.enqueue({ task: partAgreementTask, payload: { id: other } })
    return { kind: 'done' }
  })

/** Notes that two cards are about different people. */
export const dismissPair = (
  { transact }: Needs,
  actor: StaffActor,
  { signalId, other }: Omit<Pair, 'version'>,
): Promise<void> =>
  transact(actor, async (tx) => {
    await lockPair(signalId, other, (id) => lockOwnSignal(tx, actor, id))
    await dismissDuplicate(tx, signalId, other)
    tx.audit({ action: 'dismiss duplicate', subject: { type: 'signal', id: signalId } })
  })

/** Both signals, locked in one order so that two colleagues cannot wait for each other. */
async function lockPair(
  one: string,
  other: string,
  lock: (id: string) => Promise<Signal>,
): Promise<readonly [Signal, Signal]> {
  if (one < other) {
    const first = await lock(one)
    return [first, await lock(other)]
  }
  const second = await lock(other)
  return [one === other ? second : await lock(one), second]
}

/** The promise made first holds for both. */
function earliest(kept: Signal, double: Signal) {
  const days = [kept.dueOn, double.dueOn].filter((day) => day !== null).sort()
  return kept.dueOn === null ? {} : { dueOn: days[0] ?? null }
}
