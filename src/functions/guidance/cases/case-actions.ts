import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../../platform/database/transact.ts'
import { ensureLegalGround } from '../../../registers/agreements/index.ts'
import { caseProgressed } from '../events.ts'
import { progressOf } from '../plan/progress-store.ts'
import { type CaseRefusal, type CaseState, moveCase } from './case.ts'
import { caseForAct } from './case-reading.ts'
import { caseById, insertCases, type NewCase, saveCase } from './case-store.ts'
import { insertEvents, noteEvent } from './event-store.ts'
import { addMembers } from './member-store.ts'
import { changeRightsCheck, type RightsCheckState } from './rights-check.ts'

/** What an act on a record came to; `stale`: somebody else changed it since the page was made. */
export type Result<Reason> =
  | { readonly kind: 'done' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'refused'; readonly reason: Reason }
const done = { kind: 'done' } as const
const stale = { kind: 'stale' } as const

/** Opens a case with the opener as its lead; opening it twice does nothing twice. */
export async function openCase(tx: Tx, wanted: NewCase): Promise<void> {
  if (await caseById(tx, wanted.id)) return
  await insertCases(tx, [wanted])
  const place = { caseId: wanted.id, zoneId: wanted.zoneId }
  await addMembers(tx, [{ ...place, userId: wanted.openedBy, isLead: true, addedBy: wanted.openedBy }])
  await ensureLegalGround(tx, { zoneId: wanted.zoneId, personId: wanted.personId, purpose: 'guidance' })
  // In the name of the opener, also when the program opens it after them.
  const opened = {
    id: uuidv7(),
    kind: 'opened' as const,
    value: null,
    aboutId: null,
    byUser: wanted.openedBy,
    at: tx.now,
  }
  await insertEvents(tx, [{ ...place, ...opened }])
  tx.audit({ action: 'open case', subject: { type: 'case', id: wanted.id }, personId: wanted.personId })
}

/** A signal that became a case, as detection says it. */
type FromSignal = {
  readonly signalId: string
  readonly caseId: string
  readonly personId: string
  readonly zoneId: string
  readonly neighbourhoodId: string | null
  readonly openedBy: string
}

/** Makes the case of a signal, in the transaction in which the signal became one, and tells that it was taken up. */
export async function openCaseFromSignal(tx: Tx, signal: FromSignal): Promise<void> {
  const { caseId, signalId, personId, zoneId, neighbourhoodId, openedBy } = signal
  await openCase(tx, { id: caseId, signalId, personId, zoneId, neighbourhoodId, openedBy, title: null })
  await tx.publish(caseProgressed, { caseId, signalId, progress: 'takenUp' })
}

/** Takes the case a step further, or one back. */
export async function changeState(
  tx: Tx,
  id: string,
  version: number,
  wanted: CaseState,
): Promise<Result<CaseRefusal>> {
  const care = await caseForAct(tx, id, 'move case')
  const move = moveCase({ state: care.state, ...(await progressOf(tx, id)) }, wanted)
  if (move.kind === 'refused') return move
  if (!(await saveCase(tx, care, version, { state: move.state }))) return stale
  await noteEvent(tx, { caseId: id, zoneId: care.zoneId }, { kind: 'moved', value: move.state })
  return done
}

/** Keeps what became of the rights check. */
export async function setRightsCheck(
  tx: Tx,
  id: string,
  version: number,
  wanted: RightsCheckState,
  reason: string | undefined,
): Promise<Result<'reasonMissing' | 'alreadyOffered' | 'closed'>> {
  const care = await caseForAct(tx, id, 'change rights check')
  if (care.state === 'closed') return { kind: 'refused', reason: 'closed' }
  const change = changeRightsCheck(care.rightsCheck, wanted, reason)
  if (change.kind === 'refused') return change
  if (!(await saveCase(tx, care, version, { rightsCheck: change.check }))) return stale
  await noteEvent(tx, { caseId: id, zoneId: care.zoneId }, { kind: 'rightsCheck', value: change.check.state })
  return done
}

/** Gives the case other words to know it by. */
export async function renameCase(tx: Tx, id: string, version: number, title: string | null): Promise<Result<never>> {
  const care = await caseForAct(tx, id, 'rename case')
  return (await saveCase(tx, care, version, { title })) ? done : stale
}
