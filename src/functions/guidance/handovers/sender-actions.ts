import { type IsoDate, isoDateIn } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import { ensureLegalGround, holdAgreement } from '../../../registers/agreements/index.ts'
import type { Result } from '../cases/case-actions.ts'
import { caseForAct } from '../cases/case-reading.ts'
import { noteEvent } from '../cases/event-store.ts'
import { membersOf } from '../cases/member-store.ts'
import { tellReceivers } from './asking-for-answers.ts'
import { insertDisclosure } from './disclosure-store.ts'
import { type FiveCheck, mayShare, type SharingRefusal } from './five-checks.ts'
import { followArrival, followNoShow, followResult } from './follow-up.ts'
import { type Handover, type HandoverOutcome, type Introduction, moveHandover } from './handover.ts'
import { handoverFor } from './handover-reading.ts'
import { insertHandover, type NewHandover, saveHandover } from './handover-store.ts'

type Version = { readonly id: string; readonly version: number }
const done = { kind: 'done' } as const
const stale = { kind: 'stale' } as const
const dayAhead = { kind: 'refused', reason: 'dayAhead' } as const

/** Proposes a handover for the person of a case, to return to a member of it; nothing is shared by this. */
export async function propose(
  tx: Tx,
  wanted: Omit<NewHandover, 'zoneId' | 'personId' | 'proposedBy'>,
): Promise<Result<'closed' | 'noMember'>> {
  const care = await caseForAct(tx, wanted.caseId, 'propose handover')
  if (care.state === 'closed') return { kind: 'refused', reason: 'closed' }
  const members = await membersOf(tx, care.id)
  if (!members.some(({ userId }) => userId === wanted.returnsTo)) return { kind: 'refused', reason: 'noMember' }
  const proposedBy = tx.actor.kind === 'staff' ? tx.actor.userId : care.openedBy
  await insertHandover(tx, { ...wanted, zoneId: care.zoneId, personId: care.personId, proposedBy })
  await noteEvent(
    tx,
    { caseId: care.id, zoneId: care.zoneId },
    { kind: 'handover', value: 'proposed', aboutId: wanted.id },
  )
  return done
}

/**
 * The person agrees: with the five checks and an agreement for this receiver, the chosen text crosses to the receiver's side,
 * and a disclosure says so by name of agreement and legal ground (P7, P9). Whoever takes the agreement back meanwhile waits, and
 * then finds the handover that rests on it.
 */
export async function agree(
  tx: Tx,
  { id, version }: Version,
  given: { readonly checks: readonly FiveCheck[]; readonly agreementId: string; readonly isSocialService: boolean },
): Promise<Result<'notNow' | SharingRefusal>> {
  const handover = await handoverFor(tx, id, 'disclose handover', 'five checks')
  const move = moveHandover(handover.state, 'agree')
  if (move.kind === 'refused') return move
  const agreement = await holdAgreement(tx, given.agreementId)
  const isOfPerson = agreement?.personId === handover.personId
  const sharing = mayShare(
    given.checks,
    agreement && isOfPerson ? { ...agreement, isWithdrawn: agreement.withdrawn !== null } : undefined,
    { kind: given.isSocialService ? 'socialWorker' : 'partner', organisation: handover.organisationName },
    today(tx),
  )
  if (sharing.kind === 'refused') return sharing
  const { agreementId } = given
  if (!(await saveHandover(tx, handover, version, { state: move.state, agreementId, isReadableByReceiver: true })))
    return stale
  await disclose(tx, handover, agreementId)
  if (handover.receiverZoneId) await tellReceivers(tx, handover.receiverZoneId)
  return done
}

/** The receiver was introduced, with the person there or by phone. */
export async function introduce(
  tx: Tx,
  { id, version }: Version,
  introduced: { readonly how: Introduction; readonly on: IsoDate },
): Promise<Result<'notNow' | 'dayAhead'>> {
  const handover = await handoverFor(tx, id, 'introduce handover')
  const move = moveHandover(handover.state, 'introduce')
  if (move.kind === 'refused') return move
  if (introduced.on > today(tx)) return dayAhead
  if (!(await saveHandover(tx, handover, version, { state: move.state, introduced }))) return stale
  await noteHandover(tx, handover, move.state)
  return done
}

/** The person really started there. From now on results are looked at after six weeks and six months. */
export async function arrive(
  tx: Tx,
  { id, version }: Version,
  arrivedOn: IsoDate,
): Promise<Result<'notNow' | 'dayAhead'>> {
  const handover = await handoverFor(tx, id, 'note arrival')
  const move = moveHandover(handover.state, 'arrive')
  if (move.kind === 'refused') return move
  if (arrivedOn > today(tx)) return dayAhead
  const change = {
    state: move.state,
    arrivedOn,
    bridgingUntil: handover.bridgingSince && later(handover.bridgingSince, arrivedOn),
  }
  if (!(await saveHandover(tx, handover, version, change))) return stale
  await noteHandover(tx, handover, move.state)
  await followArrival(tx, handover, arrivedOn)
  return done
}

/** The person did not come: the handover returns to the person named in it. */
export async function miss(tx: Tx, { id, version }: Version): Promise<Result<'notNow'>> {
  const handover = await handoverFor(tx, id, 'note no-show')
  const move = moveHandover(handover.state, 'miss')
  if (move.kind === 'refused') return move
  if (!(await saveHandover(tx, handover, version, { state: move.state }))) return stale
  await noteHandover(tx, handover, move.state)
  await followNoShow(tx, handover)
  return done
}

/** What it came to; may be said again later, after six months. */
export async function conclude(
  tx: Tx,
  { id, version }: Version,
  outcome: { readonly outcome: HandoverOutcome; readonly words: string | null },
): Promise<Result<'notNow'>> {
  const handover = await handoverFor(tx, id, 'note outcome')
  const move = moveHandover(handover.state, 'conclude')
  if (move.kind === 'refused') return move
  if (!(await saveHandover(tx, handover, version, { state: move.state, outcome }))) return stale
  await noteHandover(tx, handover, move.state)
  await followResult(tx, handover)
  return done
}

/** Stops a handover that was not accepted yet: the receiver's sight and link end with it. */
export async function withdraw(tx: Tx, { id, version }: Version): Promise<Result<'notNow'>> {
  const handover = await handoverFor(tx, id, 'withdraw handover')
  const move = moveHandover(handover.state, 'withdraw')
  if (move.kind === 'refused') return move
  if (!(await saveHandover(tx, handover, version, { state: move.state }))) return stale
  await noteHandover(tx, handover, move.state)
  return done
}

async function disclose(tx: Tx, handover: Handover, agreementId: string): Promise<void> {
  const { zoneId, personId, caseId, receiverZoneId } = handover
  const legalGroundId = await ensureLegalGround(tx, { zoneId, personId, purpose: 'guidance' })
  const byUser = tx.actor.kind === 'staff' ? tx.actor.userId : handover.proposedBy
  await insertDisclosure(tx, {
    zoneId,
    receiverZoneId,
    handoverId: handover.id,
    caseId,
    personId,
    agreementId,
    legalGroundId,
    byUser,
  })
  await noteHandover(tx, handover, 'agreed')
  await noteEvent(tx, { caseId, zoneId }, { kind: 'disclosure', aboutId: handover.id })
}

const noteHandover = (tx: Tx, { caseId, zoneId, id }: Handover, state: string) =>
  noteEvent(tx, { caseId, zoneId }, { kind: 'handover', value: state, aboutId: id })
const today = (tx: Tx) => isoDateIn(municipalTimeZone, tx.now)
const later = (a: IsoDate, b: IsoDate) => (a > b ? a : b)
