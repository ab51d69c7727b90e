import { addWorkingDays, type IsoDate, isoDateIn } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import { caseById } from '../cases/case-store.ts'
import { tellSender } from '../cases/closing-actions.ts'
import { noteEvent } from '../cases/event-store.ts'
import { addTasks, settleTasks, type TaskKind } from '../tasks/task-store.ts'
import { arrivalDueOn, type Handover, resultsDueOn } from './handover.ts'
import { saveHandover, stoppableHandoversOn } from './handover-store.ts'

/** Working days within which the person hears what came of the handover, in their own way. */
const tellBackWithin = 5

/** After a yes: ask in ten working days whether the person arrived, and tell the person. Gives the day of the check. */
export async function followAcceptance(tx: Tx, handover: Handover, acceptedOn: IsoDate): Promise<IsoDate> {
  const arrivalDay = arrivalDueOn(acceptedOn)
  await addHandoverTasks(tx, handover, [
    ['arrivalCheck', arrivalDay],
    ['tellBack', addWorkingDays(acceptedOn, tellBackWithin)],
  ])
  return arrivalDay
}

/** After a no: back to the person named, on the next working day, never to nobody. */
export async function followRefusal(tx: Tx, handover: Handover): Promise<void> {
  await addHandoverTasks(tx, handover, [['handoverRefused', nextWorkingDay(tx)]])
}

/** After a no-show: the check is over, and the person named looks for what went wrong. */
export async function followNoShow(tx: Tx, handover: Handover): Promise<void> {
  await settleTasks(tx, handover.id, ['arrivalCheck'])
  await addHandoverTasks(tx, handover, [['handoverNoShow', nextWorkingDay(tx)]])
}

/** After arrival: results after six weeks and six months; the sender of the signal hears that it was followed. */
export async function followArrival(tx: Tx, handover: Handover, arrivedOn: IsoDate): Promise<void> {
  await settleTasks(tx, handover.id, ['arrivalCheck'])
  const { sixWeeks, sixMonths } = resultsDueOn(arrivedOn)
  await addHandoverTasks(tx, handover, [
    ['resultAfterSixWeeks', sixWeeks],
    ['resultAfterSixMonths', sixMonths],
  ])
  const care = await caseById(tx, handover.caseId)
  if (care) await tellSender(tx, care, 'followed')
}

/** After a result: the checks that asked for it by today are answered; the one in six months asks again. */
export const followResult = (tx: Tx, { id }: Handover): Promise<void> =>
  settleTasks(tx, id, ['resultAfterSixWeeks', 'resultAfterSixMonths'], isoDateIn(municipalTimeZone, tx.now))

/**
 * An agreement was taken back: every handover that rests on it and was not accepted stops now, its link dies, and the person
 * named in it gets it back. Runs as the program, because whoever notes the withdrawal need not be in the case.
 */
export async function returnHandovers(tx: Tx, withdrawn: { readonly agreementId: string }): Promise<void> {
  for (const handover of await stoppableHandoversOn(tx, withdrawn.agreementId)) {
    await saveHandover(tx, handover, handover.version, { state: 'withdrawn' })
    const place = { caseId: handover.caseId, zoneId: handover.zoneId }
    await noteEvent(tx, place, { kind: 'agreementWithdrawn', aboutId: handover.id })
    await addHandoverTasks(tx, handover, [['agreementWithdrawn', nextWorkingDay(tx)]])
  }
}

async function addHandoverTasks(
  tx: Tx,
  { id, caseId, zoneId, returnsTo }: Handover,
  tasks: readonly (readonly [TaskKind, IsoDate])[],
): Promise<void> {
  const place = { caseId, zoneId, handoverId: id, assigneeId: returnsTo }
  await addTasks(
    tx,
    tasks.map(([kind, dueOn]) => ({ ...place, kind, dueOn })),
  )
}

const nextWorkingDay = (tx: Tx) => addWorkingDays(isoDateIn(municipalTimeZone, tx.now), 1)
