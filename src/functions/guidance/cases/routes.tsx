import { uuidv7 } from 'uuidv7'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import { createPerson, peopleById } from '../../../registers/people/index.ts'
import { workOnCases } from '../access.ts'
import { followedRightsOf } from '../rights-followed/index.ts'
import { tasksOf } from '../tasks/task-store.ts'
import { changeState, openCase, type Result, renameCase, setRightsCheck } from './case-actions.ts'
import { caseHead } from './case-page.ts'
import { isIdentifier, noteListOfCases } from './case-reading.ts'
import { myCases } from './case-store.ts'
import { eventsOf } from './event-store.ts'
import { memberForm, newCaseForm, rightsCheckForm, stateForm, titleForm } from './forms.ts'
import { letGo, letIn, makeLead, possibleMembers } from './member-actions.ts'
import { casePath, caseTitle } from './views/case-frame.tsx'
import { MyCasesPage } from './views/my-cases-page.tsx'
import { NewCasePage } from './views/new-case-page.tsx'
import { OverviewPage } from './views/overview-page.tsx'
import { type EarlierEvent, TimelinePage } from './views/timeline-page.tsx'

export type CaseNeeds = {
  readonly transact: Transact
  /** What happened with a signal before it became a case; given by detection through the composition. */
  readonly signalHistoryOf: (tx: Tx, signalId: string, t: Texts) => Promise<readonly EarlierEvent[]>
}

/** My cases, opening one, and the pages about where a case stands. */
export function caseRoutes(routes: Routes, needs: CaseNeeds): void {
  listRoutes(routes, needs)
  stateRoutes(routes, needs)
  memberRoutes(routes, needs)
}

function listRoutes(routes: Routes, { transact }: CaseNeeds): void {
  routes.get('/cases', may(workOnCases), async (c) => {
    const isClosed = c.req.query('state') === 'closed'
    const { cases, people } = await transact(staffOf(c), async (tx) => {
      const cases = await myCases(tx, { closed: isClosed })
      await noteListOfCases(tx, isClosed ? 'closed cases' : 'open cases')
      return {
        cases,
        people: await peopleById(
          tx,
          cases.map(({ personId }) => personId),
        ),
      }
    })
    const t = c.get('t')
    return workplacePage(
      c,
      { title: t('guidance.cases.title') },
      <MyCasesPage t={t} cases={cases} people={people} isClosed={isClosed} />,
    )
  })

  routes.get('/cases/new', may(workOnCases), (c) =>
    newCasePage(c, transact, { id: uuidv7(), newPersonId: uuidv7(), personId: c.req.query('person') }),
  )

  routes.post('/cases', may(workOnCases), async (c) => {
    const form = await parseForm(c, newCaseForm)
    if (!form.ok) return newCasePage(c, transact, form.values, form.errors)
    const actor = staffOf(c)
    const { id, newPersonId, personId, givenName, title, ...contact } = form.data
    await transact(actor, async (tx) => {
      const { zoneId, userId } = actor
      if (personId && !(await peopleById(tx, [personId])).has(personId)) notFound('person', personId)
      if (!personId) await createPerson(tx, { ...contact, id: newPersonId, zoneId, givenName: givenName ?? '' })
      await openCase(tx, {
        id,
        zoneId,
        personId: personId ?? newPersonId,
        signalId: null,
        neighbourhoodId: null,
        title: title ?? null,
        openedBy: userId,
      })
    })
    leaveFlash(c, 'guidance.done.opened')
    return c.redirect(casePath(id), 303)
  })
}

async function newCasePage(c: Ctx, transact: Transact, values: FormValues, errors: FormErrors = []): Promise<Response> {
  const t = c.get('t')
  const personId = String(values.personId ?? '')
  const person = isIdentifier(personId)
    ? (await transact(staffOf(c), (tx) => peopleById(tx, [personId]))).get(personId)
    : undefined
  if (personId && !person) notFound('person', 'of this address')
  return workplacePage(
    c,
    { title: t('guidance.case.new') },
    <NewCasePage
      t={t}
      form={filledForm(t, values, errors)}
      id={String(values.id)}
      newPersonId={String(values.newPersonId)}
      person={person}
    />,
    errors.length > 0 ? 422 : 200,
  )
}

function stateRoutes(routes: Routes, needs: CaseNeeds): void {
  const { transact, signalHistoryOf } = needs
  routes.get('/cases/:id', may(workOnCases), (c) => overviewPage(c, transact))

  routes.get('/cases/:id/timeline', may(workOnCases), async (c) => {
    const t = c.get('t')
    const id = c.req.param('id')
    const page = await transact(staffOf(c), async (tx) => {
      const events = await eventsOf(tx, id)
      const names = events.flatMap(({ byUser, aboutId }) => [byUser, aboutId].filter((one) => one !== null))
      const head = await caseHead(tx, id, 'timeline', names)
      const { signalId } = head.care
      return { head, events, earlier: signalId ? await signalHistoryOf(tx, signalId, t) : [] }
    })
    return workplacePage(c, { title: caseTitle(t, page.head.care.title) }, <TimelinePage t={t} {...page} />)
  })

  routes.post('/cases/:id/state', may(workOnCases), async (c) => {
    const form = await parseForm(c, stateForm)
    if (!form.ok) return overviewPage(c, transact, { problem: 'invalid', status: 422 })
    const { version, state } = form.data
    return answered(c, needs, 'moved', await transact(staffOf(c), (tx) => changeState(tx, idOf(c), version, state)))
  })

  routes.post('/cases/:id/rights-check', may(workOnCases), async (c) => {
    const form = await parseForm(c, rightsCheckForm)
    if (!form.ok) return overviewPage(c, transact, { problem: 'invalid', status: 422 })
    const { version, state, reason } = form.data
    const act = (tx: Tx) => setRightsCheck(tx, idOf(c), version, state, reason)
    return answered(c, needs, 'saved', await transact(staffOf(c), act))
  })

  routes.post('/cases/:id/title', may(workOnCases), async (c) => {
    const form = await parseForm(c, titleForm)
    if (!form.ok) return overviewPage(c, transact, { problem: 'invalid', status: 422 })
    const { version, title } = form.data
    return answered(
      c,
      needs,
      'saved',
      await transact(staffOf(c), (tx) => renameCase(tx, idOf(c), version, title ?? null)),
    )
  })
}

function memberRoutes(routes: Routes, needs: CaseNeeds): void {
  const acts = [
    ['/cases/:id/members', letIn, 'memberAdded'],
    ['/cases/:id/members/removal', letGo, 'memberEnded'],
    ['/cases/:id/lead', makeLead, 'leadPassed'],
  ] as const
  for (const [path, act, done] of acts) {
    routes.post(path, may(workOnCases), async (c) => {
      const form = await parseForm(c, memberForm)
      if (!form.ok) return overviewPage(c, needs.transact, { problem: 'chooseColleague', status: 422 })
      const actor = staffOf(c)
      const { userId } = form.data
      const result = await needs.transact(actor, (tx) => act(tx, idOf(c), userId))
      if (result.kind === 'done' && act === letGo && userId === actor.userId) return c.redirect('/cases', 303)
      return answered(c, needs, done, result)
    })
  }
}

async function answered(c: Ctx, { transact }: CaseNeeds, done: string, result: Result<string>): Promise<Response> {
  if (result.kind === 'done') {
    leaveFlash(c, `guidance.done.${done}`)
    return c.redirect(casePath(idOf(c)), 303)
  }
  return overviewPage(c, transact, { problem: result.kind === 'stale' ? 'stale' : result.reason, status: 409 })
}

type Refused = { readonly problem: string; readonly status: 409 | 422 }

async function overviewPage(c: Ctx, transact: Transact, refused?: Refused): Promise<Response> {
  const t = c.get('t')
  const id = idOf(c)
  const page = await transact(staffOf(c), async (tx) => {
    const head = await caseHead(tx, id, 'overview')
    const rights = await followedRightsOf(tx, id)
    return { head, rights, tasks: await tasksOf(tx, id), candidates: await possibleMembers(tx, head.care.zoneId, id) }
  })
  return workplacePage(
    c,
    { title: caseTitle(t, page.head.care.title) },
    <OverviewPage t={t} {...page} problem={refused?.problem} />,
    refused?.status,
  )
}

const idOf = (c: Ctx): string => c.req.param('id') ?? ''
