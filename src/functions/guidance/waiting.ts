import { isStaff } from '../../platform/access/rule.ts'
import type { Tx } from '../../platform/database/transact.ts'
import type { Waiting, WaitingOf } from '../../platform/waiting/waiting.ts'
import { receiveHandovers, workOnCases } from './access.ts'
import { noteListOfCases } from './cases/case-reading.ts'
import { myCases } from './cases/case-store.ts'
import { casePath } from './cases/views/case-frame.tsx'
import { answerExpectedOn } from './handovers/handover.ts'
import { handoverPath } from './handovers/handover-path.ts'
import { handoversToAnswer } from './handovers/handover-store.ts'
import { type Unanswered, unansweredHandovers } from './handovers/unanswered-store.ts'
import { followedPath } from './rights-followed/index.ts'
import { myOpenTasks, type Task } from './tasks/task-store.ts'

/**
 * What waits in guidance: my tasks in my cases and my handovers that nobody answered yet, each with its day and the case's own
 * name; and handovers to answer.
 */
export const waitingInGuidance: WaitingOf = async (tx) => {
  const { actor } = tx
  if (!isStaff(actor)) return []
  const tasks = workOnCases.allows(actor) ? await myOpenTasks(tx, actor.userId) : []
  const unanswered = workOnCases.allows(actor) ? await unansweredHandovers(tx, actor.userId) : []
  const titles = tasks.length + unanswered.length > 0 ? await titlesOfMyCases(tx) : new Map()
  const toAnswer = receiveHandovers.allows(actor) ? await handoversToAnswer(tx, actor.zoneId) : []
  return [
    ...ownWords(
      tasks.filter(({ kind }) => kind === 'own'),
      titles,
    ),
    ...tasks.filter(({ kind }) => kind !== 'own').map((task) => promised(task, titles)),
    ...unanswered.map((handover) => withoutAnswer(handover, titles)),
    ...toAnswer.map((id) => ({ message: 'guidance.waiting.handover', href: `/handovers/${id}`, dueOn: undefined })),
  ]
}

/** The words by which its members know a case, by case. */
type Titles = ReadonlyMap<string, string>

async function titlesOfMyCases(tx: Tx): Promise<Titles> {
  const cases = await myCases(tx, { closed: false })
  await noteListOfCases(tx, 'today')
  return new Map(cases.flatMap(({ id, title }) => (title ? [[id, title] as const] : [])))
}

function titlesOf(titles: Titles, tasks: readonly Pick<Due, 'caseId'>[]): { about?: string } {
  const about = [...new Set(tasks.flatMap(({ caseId }) => titles.get(caseId) ?? []))].join(' · ')
  return about ? { about } : {}
}

type Due = Pick<Task, 'caseId' | 'handoverId' | 'followedRightId' | 'kind' | 'dueOn'>

/** Tasks in own words say nothing here: one line a day, to the task itself or, for several, to my cases by date. */
function ownWords(tasks: readonly Due[], titles: Titles): readonly Waiting[] {
  return [...Map.groupBy(tasks, ({ dueOn }) => dueOn)].map(([dueOn, ofDay]) => ({
    message: 'guidance.waiting.own',
    values: { count: ofDay.length },
    ...titlesOf(titles, ofDay),
    href: ofDay.length === 1 && ofDay[0] ? casePath(ofDay[0].caseId, 'tasks') : '/cases',
    dueOn,
  }))
}

function promised(task: Due, titles: Titles): Waiting {
  const { kind, dueOn } = task
  return { message: `guidance.waiting.${kind}`, ...titlesOf(titles, [task]), href: hrefOf(task), dueOn }
}

/** What is still to be done for an answer: talk about it, introduce each other, or ask the receiver. */
function withoutAnswer({ id, caseId, state, lastStepOn }: Unanswered, titles: Titles): Waiting {
  return {
    message: `guidance.waiting.handover.${state}`,
    ...titlesOf(titles, [{ caseId }]),
    href: handoverPath(caseId, id),
    dueOn: answerExpectedOn(lastStepOn),
  }
}

function hrefOf({ caseId, handoverId, followedRightId }: Due): string {
  if (followedRightId) return followedPath({ caseId, id: followedRightId })
  return handoverId ? handoverPath(caseId, handoverId) : casePath(caseId, 'tasks')
}
