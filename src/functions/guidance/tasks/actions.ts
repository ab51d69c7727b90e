import type { Tx } from '../../../platform/database/transact.ts'
import type { Result } from '../cases/case-actions.ts'
import { caseForAct } from '../cases/case-reading.ts'
import { noteEvent } from '../cases/event-store.ts'
import { membersOf } from '../cases/member-store.ts'
import { addTasks, type NewTask, saveTaskDone, tasksOf } from './task-store.ts'

/** Adds a task in own words for a member of the case. */
export async function setTask(
  tx: Tx,
  caseId: string,
  task: Pick<NewTask, 'dueOn' | 'assigneeId'> & { readonly id: string; readonly words: string },
): Promise<Result<'noMember'>> {
  const care = await caseForAct(tx, caseId, 'set task')
  const isMember = (await membersOf(tx, caseId)).some(({ userId }) => userId === task.assigneeId)
  if (!isMember) return { kind: 'refused', reason: 'noMember' }
  const place = { caseId, zoneId: care.zoneId }
  await addTasks(tx, [{ ...task, ...place, kind: 'own' }])
  await noteEvent(tx, place, { kind: 'taskSet', value: 'own', aboutId: task.id })
  return { kind: 'done' }
}

/** Says that a task is done, or with `again` that it is not. */
export async function completeTask(
  tx: Tx,
  caseId: string,
  { taskId, version, again }: { readonly taskId: string; readonly version: number; readonly again: boolean },
): Promise<Result<never>> {
  const care = await caseForAct(tx, caseId, again ? 'reopen task' : 'complete task')
  const doneBy = again ? null : tx.actor.kind === 'staff' ? tx.actor.userId : care.openedBy
  if (!(await saveTaskDone(tx, { caseId, id: taskId }, version, doneBy))) return { kind: 'stale' }
  const kind = (await tasksOf(tx, caseId)).find(({ id }) => id === taskId)?.kind ?? null
  await noteEvent(
    tx,
    { caseId, zoneId: care.zoneId },
    { kind: again ? 'taskSet' : 'taskDone', value: kind, aboutId: taskId },
  )
  return { kind: 'done' }
}
