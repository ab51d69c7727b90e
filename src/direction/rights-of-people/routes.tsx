import type { IsoDate } from '@meernet/calendar'
import { uuidv7 } from 'uuidv7'
import { visitsStoppedAt } from '../../functions/detection/index.ts'
import type { Transact, Tx } from '../../platform/database/transact.ts'
import {
  badRequest,
  type Ctx,
  changedMeanwhile,
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
import type { Texts } from '../../platform/messages/index.ts'
import { frozenSince, fullName, personById } from '../../registers/people/index.ts'
import { frozenFile, volunteerById } from '../../registers/volunteers/index.ts'
import { opensHeld, registerRequest, seeRequests } from './access.ts'
import { allowVisitsAgain, answerRequest, extendTerm, registerRequestOf, stopAfterObjection } from './actions.ts'
import { type CopyNeeds, copyRoutes, ownCopyRoutes } from './copy-routes.tsx'
import { answerForm, extensionForm, freeingForm, requestForm } from './forms.ts'
import { freeData, freezeData, frozenFor } from './freezing.ts'
import { mayExtend, opensCopy, type RightsRequest } from './request.ts'
import type { Changing } from './request-seen.ts'
import { requestById, requestsSeen } from './request-store.ts'
import { NewRequestPage } from './views/new-request-page.tsx'
import { RequestPage } from './views/request-page.tsx'
import type { RequestSubject } from './views/request-page-props.ts'
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
    newPage(c, transact, {
      id: uuidv7(),
      personId: c.req.query('person'),
      volunteerId: c.req.query('volunteer'),
      receivedOn: c.get('t').today,
    }),
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
  ownCopyRoutes(routes, needs)
  actRoutes(routes, needs)
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
    if (!opensHeld(staffOf(c), true)) return requestPage(c, needs, { refusal: 'rights.free.officer' })
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

/** Back to the request; whoever came second is told who was first, and gets back what they typed. */
function after(c: Ctx, changing: Changing, flash: string, typed?: FormValues): Response {
  const id = idOf(c)
  if (changing === 'stale') changedMeanwhile({ subject: { type: 'rights request', id }, now: `/rights/${id}`, typed })
  if (changing === 'refused') badRequest('no request of that kind')
  leaveFlash(c, flash)
  return c.redirect(`/rights/${id}`, 303)
}

async function newPage(c: Ctx, transact: Transact, values: FormValues, errors?: FormErrors): Promise<Response> {
  const t = c.get('t')
  const about = await transact(staffOf(c), (tx) =>
    subjectOf(tx, t, { personId: idIn(values.personId), volunteerId: idIn(values.volunteerId) }),
  )
  return workplacePage(
    c,
    { title: t('rights.new') },
    <NewRequestPage t={t} form={filledForm(t, values, errors)} id={String(values.id ?? uuidv7())} about={about} />,
    errors ? 422 : 200,
  )
}

/** What was typed and what was wrong with it, or why an act was not done. */
type Shown = { readonly values?: FormValues; readonly errors?: FormErrors; readonly refusal?: string }

async function requestPage(c: Ctx, needs: CopyNeeds, shown: Shown = {}): Promise<Response> {
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
    return { request, about: await subjectOf(tx, t, request), visitsStoppedOn: await visitsStopped(tx, request) }
  })
  if (!found) notFound('request about own data', id)
  const { request, about, visitsStoppedOn } = found
  const frozenOn = await frozenFor(needs, actor, request)
  return workplacePage(
    c,
    { title: t(`rights.kind.${request.kind}`) },
    <RequestPage
      t={t}
      request={request}
      about={about}
      frozenOn={frozenOn}
      mayOpenCopy={opensCopy(request) && opensHeld(actor, frozenOn !== null)}
      mayExtend={mayExtend(request, t.today)}
      mayFree={frozenOn !== null && opensHeld(actor, true)}
      visitsStoppedOn={visitsStoppedOn}
      mayStopVisits={registerRequest.allows(actor) && about?.kind === 'person' && frozenOn === null}
      form={filledForm(t, shown.values ?? {}, shown.errors)}
      refusal={shown.refusal}
    />,
    shown.refusal ? 409 : shown.errors ? 422 : 200,
  )
}

/** Whom a request is of, as far as the actor may see them; who is frozen without a name. */
async function subjectOf(
  tx: Tx,
  t: Texts,
  { personId, volunteerId }: Pick<RightsRequest, 'personId' | 'volunteerId'>,
): Promise<RequestSubject | undefined> {
  const person = personId ? await personById(tx, personId) : undefined
  if (person) return { kind: 'person', id: person.id, name: fullName(person) }
  const volunteer = volunteerId ? await volunteerById(tx, volunteerId) : undefined
  if (volunteer) return { kind: 'volunteer', id: volunteer.id, name: volunteer.name }
  const name = t('rights.who.frozen')
  if (personId && (await frozenSince(tx, personId))) return { kind: 'person', id: personId, name }
  return volunteerId && (await frozenFile(tx, volunteerId)) ? { kind: 'volunteer', id: volunteerId, name } : undefined
}

/** Since when the address of who objected is not visited. */
async function visitsStopped(tx: Tx, { kind, personId, zoneId }: RightsRequest): Promise<IsoDate | undefined> {
  const addressId = kind === 'object' && personId ? (await personById(tx, personId))?.addressId : undefined
  return addressId ? visitsStoppedAt(tx, zoneId, addressId) : undefined
}

const idIn = (value: unknown) =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) ? value : null
const idOf = (c: Ctx) => c.req.param('id') ?? ''
