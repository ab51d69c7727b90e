import { isStaff } from '../../platform/access/rule.ts'
import type { Waiting, WaitingOf } from '../../platform/waiting/waiting.ts'
import { receiveHandovers, workOnCases } from './access.ts'
import { casePath } from './cases/views/case-frame.tsx'
import { handoversTo } from './handovers/handover-store.ts'
import type { TaskKind } from './tasks/task-store.ts'
import { myOpenTasks } from './tasks/task-store.ts'

/** What waits in guidance: my tasks in my cases, each with its day; and handovers to answer. No names. */
export const waitingInGuidance: WaitingOf = async (tx) => {
  const { actor } = tx
  if (!isStaff(actor)) return []
  const tasks = workOnCases.allows(actor) ? await myOpenTasks(tx, actor.userId) : []
  const received = receiveHandovers.allows(actor) ? await handoversTo(tx, actor.zoneId) : []
  return [
    ...tasks.map(taskWaiting),
    ...received
      .filter(({ state }) => state === 'introduced' || state === 'agreed')
      .map(({ id }) => ({ message: 'guidance.waiting.handover', href: `/handovers/${id}`, dueOn: undefined })),
  ]
}

function taskWaiting(task: {
  readonly caseId: string
  readonly handoverId: string | null
  readonly kind: TaskKind
  readonly dueOn: string
}): Waiting {
  const { caseId, handoverId, kind, dueOn } = task
  const href = handoverId ? `${casePath(caseId, 'handovers')}/${handoverId}` : casePath(caseId, 'tasks')
  return { message: `guidance.waiting.${kind}`, href, dueOn }
}
