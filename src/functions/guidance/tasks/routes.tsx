import { uuidv7 } from 'uuidv7'
import type { Transact } from '../../../platform/database/transact.ts'
import { may, parseForm, type Routes, staffOf } from '../../../platform/http/index.ts'
import { workOnCases } from '../access.ts'
import { afterAct, type CasePart, caseIdOf, casePartPage } from '../case-part-page.ts'
import { completeTask, setTask } from './actions.ts'
import { completionForm, taskForm } from './forms.ts'
import { type Task, tasksOf } from './task-store.ts'
import { TasksPage } from './views/tasks-page.tsx'

type Needs = { readonly transact: Transact }

/** What has to be done in a case, by whom and by when. */
export function taskRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/cases/:id/tasks', may(workOnCases), (c) => casePartPage(c, transact, tasks))

  routes.post('/cases/:id/tasks', may(workOnCases), async (c) => {
    const form = await parseForm(c, taskForm)
    const { values } = form
    if (!form.ok) return casePartPage(c, transact, tasks, { values, errors: form.errors, status: 422 })
    const result = await transact(staffOf(c), (tx) => setTask(tx, caseIdOf(c), form.data))
    return afterAct(c, transact, tasks, result, { done: 'taskSet', values })
  })

  routes.post('/cases/:id/tasks/completion', may(workOnCases), async (c) => {
    const form = await parseForm(c, completionForm)
    if (!form.ok) return casePartPage(c, transact, tasks, { problem: 'invalid', status: 422 })
    const result = await transact(staffOf(c), (tx) => completeTask(tx, caseIdOf(c), form.data))
    return afterAct(c, transact, tasks, result, { done: form.data.again ? 'taskAgain' : 'taskDone' })
  })
}

const tasks: CasePart<{ readonly tasks: readonly Task[] }> = {
  tab: 'tasks',
  values: () => ({ id: uuidv7() }),
  load: async (tx, caseId) => {
    const found = await tasksOf(tx, caseId)
    const names = found.flatMap(({ assigneeId, doneBy }) => [assigneeId, doneBy].filter((one) => one !== null))
    return { data: { tasks: found }, names }
  },
  view: ({ c, head, data, form, problem }) => (
    <TasksPage t={c.get('t')} head={head} {...data} form={form} problem={problem} />
  ),
}
