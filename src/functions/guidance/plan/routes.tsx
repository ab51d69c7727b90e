import { uuidv7 } from 'uuidv7'
import type { Transact } from '../../../platform/database/transact.ts'
import { may, parseForm, type Routes, staffOf } from '../../../platform/http/index.ts'
import { workOnCases } from '../access.ts'
import { afterAct, type CasePart, caseIdOf, casePartPage } from '../case-part-page.ts'
import { changeGoal, noteFact, setGoal } from './actions.ts'
import { type DomainFact, factsOf } from './fact-store.ts'
import { factForm, goalForm, goalStateForm } from './forms.ts'
import { type Goal, goalsOf } from './goal-store.ts'
import { PlanPage } from './views/plan-page.tsx'

type Needs = { readonly transact: Transact }
type Data = { readonly goals: readonly Goal[]; readonly facts: readonly DomainFact[] }

/** The plan with the person, and what was explored, done and reached per life domain. */
export function planRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/cases/:id/plan', may(workOnCases), (c) => casePartPage(c, transact, plan))

  routes.post('/cases/:id/goals', may(workOnCases), async (c) => {
    const form = await parseForm(c, goalForm(c.get('t').today))
    const { values } = form
    if (!form.ok) return casePartPage(c, transact, plan, { values, errors: form.errors, status: 422 })
    const { id, words, firstStep, domain } = form.data
    const goal = { id, words, firstStep: firstStep ?? null, domain: domain ?? null }
    const result = await transact(staffOf(c), (tx) => setGoal(tx, caseIdOf(c), goal))
    return afterAct(c, transact, plan, result, { done: 'goalSet', values })
  })

  routes.post('/cases/:id/goals/state', may(workOnCases), async (c) => {
    const form = await parseForm(c, goalStateForm)
    if (!form.ok) return casePartPage(c, transact, plan, { problem: 'invalid', status: 422 })
    const result = await transact(staffOf(c), (tx) => changeGoal(tx, caseIdOf(c), form.data))
    return afterAct(c, transact, plan, result, { done: 'saved' })
  })

  routes.post('/cases/:id/facts', may(workOnCases), async (c) => {
    const form = await parseForm(c, factForm(c.get('t').today))
    const { values } = form
    if (!form.ok) return casePartPage(c, transact, plan, { values, errors: form.errors, status: 422 })
    const { reached, ...fact } = form.data
    const result = await transact(staffOf(c), (tx) => noteFact(tx, caseIdOf(c), { ...fact, reached: reached ?? null }))
    return afterAct(c, transact, plan, result, { done: 'factNoted', values })
  })
}

const plan: CasePart<Data> = {
  tab: 'plan',
  values: () => ({ id: uuidv7() }),
  load: async (tx, caseId) => {
    const [goals, facts] = [await goalsOf(tx, caseId), await factsOf(tx, caseId)]
    return { data: { goals, facts }, names: facts.map(({ byUser }) => byUser) }
  },
  view: ({ c, head, data, form, problem }) => (
    <PlanPage t={c.get('t')} head={head} {...data} form={form} problem={problem} />
  ),
}
