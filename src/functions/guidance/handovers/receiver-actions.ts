import { type IsoDate, isoDateIn } from '@meernet/calendar'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import { createPerson } from '../../../registers/people/index.ts'
import { openCase, type Result } from '../cases/case-actions.ts'
import { noteEvent } from '../cases/event-store.ts'
import { followAcceptance, followRefusal } from './follow-up.ts'
import { type Handover, moveHandover, type RefusalReason } from './handover.ts'
import { lockHandover, saveHandover, saveReceiverCase } from './handover-store.ts'

/** What the receiver says, with or without account. */
export type Answer =
  | { readonly kind: 'accept'; readonly by: string; readonly waitingWeeks: number | null }
  | { readonly kind: 'refuse'; readonly by: string; readonly reason: RefusalReason; readonly words: string | null }

/**
 * The receiver's yes or no. A yes sets the day of the arrival check, and bridging when there is a waiting list; a no ends the
 * receiver's sight and returns the handover to the person named. What this leaves in the sender's case is written first,
 * while the receiver may still see the handover.
 */
export async function answer(tx: Tx, handover: Handover, version: number, given: Answer): Promise<Result<'notNow'>> {
  const move = moveHandover(handover.state, given.kind)
  if (move.kind === 'refused') return move
  if (!(await lockHandover(tx, handover.id, version))) return { kind: 'stale' }
  const place = { caseId: handover.caseId, zoneId: handover.zoneId }
  await noteEvent(tx, place, { kind: 'handover', value: move.state, aboutId: handover.id })
  const answered = { state: move.state, answeredAt: tx.now, answeredBy: given.by }
  const more =
    given.kind === 'accept' ? await acceptance(tx, handover, given.waitingWeeks) : await refusal(tx, handover, given)
  await saveHandover(tx, handover, version, { ...answered, ...more })
  return { kind: 'done' }
}

/** The receiver says that the person started; what follows in the sender's case is the program's work. */
export async function reportArrival(
  tx: Tx,
  handover: Handover,
  version: number,
  on: IsoDate,
): Promise<Result<'notNow' | 'dayAhead'>> {
  const move = moveHandover(handover.state, 'arrive')
  if (move.kind === 'refused') return move
  if (on > isoDateIn(municipalTimeZone, tx.now)) return { kind: 'refused', reason: 'dayAhead' }
  if (!(await lockHandover(tx, handover.id, version))) return { kind: 'stale' }
  const place = { caseId: handover.caseId, zoneId: handover.zoneId }
  await noteEvent(tx, place, { kind: 'handover', value: move.state, aboutId: handover.id })
  const { bridgingSince } = handover
  await saveHandover(tx, handover, version, {
    state: move.state,
    arrivedOn: on,
    bridgingUntil: bridgingSince && (bridgingSince > on ? bridgingSince : on),
  })
  await tx.enqueue({ task: 'guidance.followArrival', payload: { id: handover.id } })
  return { kind: 'done' }
}

/**
 * Opens a case of the receiver's own for an accepted handover: another file of another controller, with only what was shared.
 * Refused when there is one already.
 */
export async function openOwnCase(
  tx: Tx,
  handover: Handover,
  actor: StaffActor,
  { caseId, personId }: { readonly caseId: string; readonly personId: string },
): Promise<Exclude<Result<'notNow' | 'hasCase'>, { kind: 'stale' }>> {
  if (handover.state !== 'accepted' && handover.state !== 'arrived') return { kind: 'refused', reason: 'notNow' }
  // Taken before the case is made: of two colleagues at once, the second makes none.
  if (!(await saveReceiverCase(tx, handover.id, caseId))) return { kind: 'refused', reason: 'hasCase' }
  const { personName, reachBy, needsInterpreter } = handover.shared
  const [givenName = personName, ...familyName] = personName.split(' ')
  const { zoneId, userId } = actor
  const reach = /^[+0-9][0-9 ./()-]{5,}$/.test(reachBy) ? { phone: reachBy } : { placeText: reachBy }
  await createPerson(tx, {
    id: personId,
    zoneId,
    givenName,
    familyName: familyName.join(' '),
    needsInterpreter,
    ...reach,
  })
  await openCase(tx, {
    id: caseId,
    zoneId,
    personId,
    signalId: null,
    neighbourhoodId: null,
    title: null,
    openedBy: userId,
  })
  return { kind: 'done' }
}

async function acceptance(tx: Tx, handover: Handover, waitingWeeks: number | null) {
  const today = isoDateIn(municipalTimeZone, tx.now)
  const arrivalDueOn = await followAcceptance(tx, handover, today)
  const weeks = waitingWeeks ?? handover.waitingWeeks
  return { arrivalDueOn, waitingWeeks: weeks, bridgingSince: weeks !== null && weeks > 0 ? today : null }
}

async function refusal(tx: Tx, handover: Handover, { reason, words }: Extract<Answer, { kind: 'refuse' }>) {
  await followRefusal(tx, handover)
  return { refusal: { reason, words } }
}
