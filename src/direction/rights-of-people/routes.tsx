import { uuidv7 } from 'uuidv7'
import type { Transact } from '../../platform/database/transact.ts'
import {
  badRequest,
  type Ctx,
  conflict,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  type NavigationEntry,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../platform/http/index.ts'
import { fullName, personById } from '../../registers/people/index.ts'
import { opensHeld, registerRequest, seeRequests } from './access.ts'
import {
  answerRequest,
  type Changing,
  changeFreezing,
  extendTerm,
  frozenFor,
  registerRequestOf,
  stopVisits,
} from './actions.ts'
import { type CopyNeeds, copyRoutes } from './copy-routes.tsx'
import { answerForm, extensionForm, requestForm } from './forms.ts'
import { mayExtend, opensCopy } from './request.ts'
import { requestById, requestsSeen } from './request-store.ts'
import { NewRequestPage } from './views/new-request-page.tsx'
import { RequestPage } from './views/request-page.tsx'
import { RequestsPage } from './views/requests-page.tsx'

export const rightsNavigation: readonly NavigationEntry[] = [
  { href: '/rights', label: 'rights.title', icon: 'scroll-text', rule: seeRequests },
]

/** How many answered requests the list shows. */
const answeredShown = 50

/** What people ask about their own data (P16): registering, answering in time, and all that is held. */
export function rightsRoutes(routes: Routes, needs: CopyNeeds): void {
  const { transact } = needs

  routes.get('/rights', may(seeRequests), async (c) => {
    const t = c.get('t')
    const requests = await transact(staffOf(c), (tx) => requestsSeen(tx, answeredShown))
    return workplacePage(
      c,
      { title: t('rights.title') },
      <RequestsPage t={t} requests={requests} mayRegister={registerRequest.allows(staffOf(c))} />,
    )
  })

  routes.get('/rights/new', may(registerRequest), (c) =>
    newPage(c, transact, { id: uuidv7(), personId: c.req.query('person'), receivedOn: c.get('t').today }),
  )

  routes.post('/rights', may(registerRequest), async (c) => {
    const form = await parseForm(c, requestForm)
    if (!form.ok) return newPage(c, transact, form.values, form.errors)
    await registerRequestOf(needs, staffOf(c), form.data)
    leaveFlash(c, 'rights.done.registered')
    return c.redirect(`/rights/${form.data.id}`, 303)
  })

  routes.get('/rights/:id', may(seeRequests), (c) => requestPage(c, needs))
  copyRoutes(routes, needs)
  actRoutes(routes, needs)
}

function actRoutes(routes: Routes, needs: CopyNeeds): void {
  routes.post('/rights/:id/extension', may(seeRequests), async (c) => {
    const form = await parseForm(c, extensionForm)
    if (!form.ok) return requestPage(c, needs, form)
    return after(c, await extendTerm(needs, staffOf(c), idOf(c), form.data), 'rights.done.extended')
  })

  routes.post('/rights/:id/answer', may(seeRequests), async (c) => {
    const form = await parseForm(c, answerForm)
    if (!form.ok) return requestPage(c, needs, form)
    return after(c, await answerRequest(needs, staffOf(c), idOf(c), form.data), 'rights.done.answered')
  })

  routes.post('/rights/:id/freezing', may(seeRequests), async (c) =>
    after(c, await changeFreezing(needs, staffOf(c), idOf(c), 'frozen'), 'rights.done.frozen'),
  )

  routes.post('/rights/:id/freeing', may(seeRequests), async (c) =>
    after(c, await changeFreezing(needs, staffOf(c), idOf(c), 'free'), 'rights.done.freed'),
  )

  routes.post('/rights/:id/objection', may(registerRequest), async (c) => {
    const count = await stopVisits(needs, staffOf(c), idOf(c))
    if (count === undefined) badRequest('not an objection of somebody in the register')
    leaveFlash(c, 'rights.done.visitsStopped')
    return c.redirect(`/rights/${idOf(c)}`, 303)
  })
}

function after(c: Ctx, changing: Changing, flash: string): Response {
  if (changing !== 'done') conflict(`request about own data: ${changing}`)
  leaveFlash(c, flash)
  return c.redirect(`/rights/${idOf(c)}`, 303)
}

async function newPage(c: Ctx, transact: Transact, values: FormValues, errors?: FormErrors): Promise<Response> {
  const t = c.get('t')
  const personId = String(values.personId ?? '')
  const isIdentifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(personId)
  const person = isIdentifier ? await transact(staffOf(c), (tx) => personById(tx, personId)) : undefined
  return workplacePage(
    c,
    { title: t('rights.new') },
    <NewRequestPage
      t={t}
      form={filledForm(t, values, errors)}
      id={String(values.id ?? uuidv7())}
      person={person && { id: person.id, name: fullName(person) }}
    />,
    errors ? 422 : 200,
  )
}

async function requestPage(
  c: Ctx,
  needs: CopyNeeds,
  typed?: { readonly values: FormValues; readonly errors: FormErrors },
): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const id = idOf(c)
  const found = await needs.transact(actor, async (tx) => {
    const request = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? await requestById(tx, id) : undefined
    if (!request) return undefined
    tx.audit({
      action: 'read request about own data',
      subject: { type: 'rights request', id },
      personId: request.personId ?? undefined,
    })
    return { request, person: request.personId ? await personById(tx, request.personId) : undefined }
  })
  if (!found) notFound('request about own data', id)
  const { request, person } = found
  const frozenOn = await frozenFor(needs, actor, request)
  return workplacePage(
    c,
    { title: t(`rights.kind.${request.kind}`) },
    <RequestPage
      t={t}
      request={request}
      person={person && { id: person.id, name: fullName(person) }}
      frozenOn={frozenOn}
      mayOpenCopy={opensCopy(request) && opensHeld(actor, frozenOn !== null)}
      mayExtend={mayExtend(request, t.today)}
      mayFree={frozenOn !== null && opensHeld(actor, true)}
      mayStopVisits={registerRequest.allows(actor) && person !== undefined}
      form={filledForm(t, typed?.values ?? {}, typed?.errors)}
    />,
    typed ? 422 : 200,
  )
}

const idOf = (c: Ctx) => c.req.param('id') ?? ''
