import { addWorkingDays, isoDateIn } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import { eraseAnswers } from '../case-rights/kept-check-store.ts'
import { caseProgressed, policySignalNoted } from '../events.ts'
import { addTasks } from '../tasks/task-store.ts'
import type { Result } from './case-actions.ts'
import { caseForAct } from './case-reading.ts'
import { type Case, saveCase } from './case-store.ts'
import { type ClosingOutcome, type ClosingRefusal, mayClose } from './closing.ts'
import { closingGroundOf, endClosing, insertClosings } from './closing-store.ts'
import { noteEvent } from './event-store.ts'
import { leadOf } from './member-store.ts'

/** What could have prevented this: asked at every closing. Null: nothing a rule, service or decision could have done. */
export type PolicyAnswer = {
  readonly id: string
  readonly theme: string
  readonly causeType: string
  readonly competentLevel: string
  readonly groups: readonly string[]
  readonly description: string
} | null

export type WantedClosing = {
  readonly id: string
  readonly version: number
  readonly outcome: ClosingOutcome
  readonly policy: PolicyAnswer
}

/** Working days within which the person hears that the case is closed. */
const tellBackWithin = 5

/** Closes a case: keeps the outcome, passes on the policy signal, tells the sender, and leaves the telling back as a task. */
export async function closeCase(tx: Tx, caseId: string, wanted: WantedClosing): Promise<Result<ClosingRefusal>> {
  const care = await caseForAct(tx, caseId, 'close case')
  const ground = { state: care.state, rightsCheck: care.rightsCheck.state, ...(await closingGroundOf(tx, caseId)) }
  const check = mayClose(ground, wanted.outcome)
  if (check.kind === 'refused') return check
  if (!(await saveCase(tx, care, wanted.version, { state: 'closed' }))) return { kind: 'stale' }
  await eraseAnswers(tx, caseId)
  const place = { caseId, zoneId: care.zoneId }
  const closedBy = tx.actor.kind === 'staff' ? tx.actor.userId : care.openedBy
  await insertClosings(tx, [
    { ...place, id: wanted.id, outcome: wanted.outcome, wasPreventable: wanted.policy !== null, closedBy },
  ])
  await noteEvent(tx, place, { kind: 'closed', value: wanted.outcome })
  const today = isoDateIn(municipalTimeZone, tx.now)
  if (wanted.policy)
    await tx.publish(policySignalNoted, {
      ...wanted.policy,
      neighbourhoodId: care.neighbourhoodId,
      noteBy: closedBy,
      caseClosedOn: today,
    })
  if (wanted.outcome !== 'deceased')
    await addTasks(tx, [
      {
        ...place,
        kind: 'tellBack',
        dueOn: addWorkingDays(today, tellBackWithin),
        assigneeId: await leadOf(tx, caseId),
      },
    ])
  await tx.publish(caseProgressed, {
    caseId,
    signalId: care.signalId,
    progress: 'closed',
    ...(wanted.outcome === 'deceased' && { hasNobodyToTell: true }),
  })
  return { kind: 'done' }
}

/** Opens a closed case again; the reason is kept with the closing that no longer holds. */
export async function reopenCase(
  tx: Tx,
  caseId: string,
  version: number,
  reason: string,
): Promise<Result<'notClosed'>> {
  const care = await caseForAct(tx, caseId, 'reopen case')
  if (care.state !== 'closed') return { kind: 'refused', reason: 'notClosed' }
  if (!(await saveCase(tx, care, version, { state: 'exploring' }))) return { kind: 'stale' }
  const by = tx.actor.kind === 'staff' ? tx.actor.userId : care.openedBy
  await endClosing(tx, care, by, reason)
  await noteEvent(tx, { caseId, zoneId: care.zoneId }, { kind: 'reopened' })
  await tellSender(tx, care, 'takenUp')
  return { kind: 'done' }
}

/** Tells whoever sent the signal how far it came. */
export async function tellSender(tx: Tx, care: Case, progress: 'followed' | 'takenUp'): Promise<void> {
  await tx.publish(caseProgressed, { caseId: care.id, signalId: care.signalId, progress })
}
