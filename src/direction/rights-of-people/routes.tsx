import { uuidv7 } from 'uuidv7'
import type { Transact } from '../../platform/database/transact.ts'
import {
  badRequest,
  type Ctx,
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
import { letsGo, passOnRequest, registerRequest, seeRequests } from './access.ts'
import { answerRequest, extendTerm, registerRequestOf } from './actions.ts'
import { type CopyNeeds, copyRoutes, ownCopyRoutes } from './copy-routes.tsx'
import { answerForm, extensionForm, freeingForm, requestForm } from './forms.ts'
import { freeData, freezeData } from './freezing.ts'
import { allowVisitsAgain, stopAfterObjection } from './objecting.ts'
import { requestsSeen } from './request-store.ts'
import { after, idOf, requestPage } from './showing.tsx'
import { subjectOf } from './subject.ts'
import { type CodeNeeds, codeErrors, countCodeTry, subjectRoutes } from './subject-routes.ts'
import { NewRequestPage } from './views/new-request-page.tsx'
import { RequestsPage } from './views/requests-page.tsx'
import { handlersIn } from './zone-handlers.ts'

export const rightsNavigation: readonly NavigationEntry[] = [
  { href: '/rights', label: 'rights.title', icon: 'scroll-text', rule: seeRequests },
]

/** How many answered requests the list shows. */
const answeredShown = 50

/** What people ask about their own data (P16): registering, answering in time, and all that is held. */
export function rightsRoutes(routes: Routes, needs: CopyNeeds & CodeNeeds): void {
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

  routes.get('/rights/new', may(passOnRequest), (c) =>
    newPage(c, transact, {
      id: uuidv7(),
      personId: c.req.query('person'),
      volunteerId: c.req.query('volunteer'),
      cardId: c.req.query('card'),
      receivedOn: c.get('t').today,
    }),
  )

  routes.post('/rights', may(passOnRequest), async (c) => {
    const form = await parseForm(c, requestForm)
    if (!form.ok) return newPage(c, transact, form.values, form.errors)
    if (form.data.code) await countCodeTry(c, needs)
    const registered = await registerRequestOf(needs, staffOf(c), form.data)
    if (registered !== 'done') return newPage(c, transact, form.values, codeErrors(registered))
    const handles = seeRequests.allows(staffOf(c))
    leaveFlash(c, handles ? 'rights.done.registered' : 'rights.done.passedOn')
    return c.redirect(handles ? `/rights/${form.data.id}` : `/volunteers/${form.data.volunteerId}`, 303)
  })

  routes.get('/rights/:id', may(seeRequests), (c) => requestPage(c, needs))
  copyRoutes(routes, needs)
  ownCopyRoutes(routes, needs)
  actRoutes(routes, needs)
  subjectRoutes(routes, needs)
}

function actRoutes(routes: Routes, needs: CopyNeeds): void {
  routes.post('/rights/:id/extension', may(seeRequests), async (c) => {
    const form = await parseForm(c, extensionForm)
    if (!form.ok) return requestPage(c, needs, form)
    const changing = await extendTerm(needs, staffOf(c), idOf(c), form.data)
    if (changing === 'refused') return requestPage(c, needs, { ...form, refusal: 'rights.refused.extension' })
    return after(c, changing, 'rights.done.extended', form.values)
  })

  routes.post('/rights/:id/answer', may(seeRequests), async (c) => {
    const form = await parseForm(c, answerForm)
    if (!form.ok) return requestPage(c, needs, form)
    return after(c, await answerRequest(needs, staffOf(c), idOf(c), form.data), 'rights.done.answered', form.values)
  })

  routes.post('/rights/:id/freezing', may(seeRequests), async (c) =>
    after(c, await freezeData(needs, staffOf(c), idOf(c)), 'rights.done.frozen'),
  )

  routes.post('/rights/:id/freeing', may(seeRequests), async (c) => {
    if (!letsGo(staffOf(c))) return requestPage(c, needs, { refusal: 'rights.free.officer' })
    const form = await parseForm(c, freeingForm)
    if (!form.ok) return requestPage(c, needs, form)
    return after(c, await freeData(needs, staffOf(c), idOf(c), form.data), 'rights.done.freed', form.values)
  })

  routes.post('/rights/:id/objection', may(registerRequest), async (c) => {
    const stopped = await stopAfterObjection(needs, staffOf(c), idOf(c))
    if (stopped === undefined) badRequest('not an objection of somebody in the register')
    leaveFlash(c, stopped.visits ? 'rights.done.visitsStopped' : 'rights.done.cardsStopped')
    return c.redirect(`/rights/${idOf(c)}`, 303)
  })

  routes.post('/rights/:id/objection/removal', may(registerRequest), async (c) => {
    if (!(await allowVisitsAgain(needs, staffOf(c), idOf(c)))) badRequest('no objection that stands')
    leaveFlash(c, 'rights.done.visitsAllowed')
    return c.redirect(`/rights/${idOf(c)}`, 303)
  })
}

async function newPage(c: Ctx, transact: Transact, values: FormValues, errors?: FormErrors): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const { about, handlers } = await transact(actor, async (tx) => ({
    about: await subjectOf(tx, actor, t, {
      personId: idIn(values.personId),
      volunteerId: idIn(values.volunteerId),
      cardId: idIn(values.cardId),
    }),
    handlers: await handlersIn(tx, actor.zoneId),
  }))
  if (!registerRequest.allows(actor) && about?.kind !== 'volunteer') notFound('volunteer', 'of a request')
  return workplacePage(
    c,
    { title: t('rights.new') },
    <NewRequestPage
      t={t}
      form={filledForm(t, values, errors)}
      id={String(values.id ?? uuidv7())}
      about={about}
      handlers={handlers}
    />,
    errors ? 422 : 200,
  )
}

const idIn = (value: unknown) =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) ? value : null
