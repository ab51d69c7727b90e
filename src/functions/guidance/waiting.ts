import { isStaff } from '../../platform/access/rule.ts'
import type { Waiting, WaitingOf } from '../../platform/waiting/waiting.ts'
import { receiveHandovers, workOnCases } from './access.ts'
import { casePath } from './cases/views/case-frame.tsx'
import { handoverPath } from './handovers/handover-path.ts'
import { handoversTo } from './handovers/handover-store.ts'
import { myOpenTasks, type Task } from './tasks/task-store.ts'

/** What waits in guidance: my tasks in my cases, each with its day; and handovers to answer. No names. */
export const waitingInGuidance: WaitingOf = async (tx) => {
  const { actor } = tx
  if (!isStaff(actor)) return []
  const tasks = workOnCases.allows(actor) ? await myOpenTasks(tx, actor.userId) : []
  const received = receiveHandovers.allows(actor) ? await handoversTo(tx, actor.zoneId) : []
  return [
    ...ownWords(tasks.filter(({ kind }) => kind === 'own')),
    ...tasks.filter(({ kind }) => kind !== 'own').map(promised),
    ...received
      .filter(({ state }) => state === 'introduced' || state === 'agreed')
      .map(({ id }) => ({ message: 'guidance.waiting.handover', href: `/handovers/${id}`, dueOn: undefined })),
  ]
}

type Due = Pick<Task, 'caseId' | 'handoverId' | 'kind' | 'dueOn'>

/** Tasks in own words say nothing here: one line a day, to the task itself or, for several, to my cases by date. */
function ownWords(tasks: readonly Due[]): readonly Waiting[] {
  return [...Map.groupBy(tasks, ({ dueOn }) => dueOn)].map(([dueOn, ofDay]) => ({
    message: 'guidance.waiting.own',
    values: { count: ofDay.length },
    href: ofDay.length === 1 && ofDay[0] ? casePath(ofDay[0].caseId, 'tasks') : '/cases',
    dueOn,
  }))
}

function promised({ caseId, handoverId, kind, dueOn }: Due): Waiting {
  const href = handoverId ? handoverPath(caseId, handoverId) : casePath(caseId, 'tasks')
  return { message: `guidance.waiting.${kind}`, href, dueOn }
}
