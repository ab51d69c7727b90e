import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { staffRule } from '../../../platform/access/rule.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  changedMeanwhile,
  type FormErrors,
  type FormValues,
  filledForm,
  identifier,
  leaveFlash,
  may,
  municipalityOf,
  type NavigationEntry,
  notFound,
  oneOf,
  parseForm,
  type Routes,
  requiredText,
  seenVersion,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { namesOf } from '../../../platform/identity/index.ts'
import { covers, workInInbox } from '../signals/access.ts'
import { signalById } from '../signals/signal-store.ts'
import { decideConcern, noteConcern, professionals, readConcern, showConcern } from './actions.ts'
import { concernDecisions, ownConcerns } from './concern-store.ts'
import { ConcernPage } from './views/concern-page.tsx'
import { ConcernsPage } from './views/concerns-page.tsx'
import { NewConcernPage } from './views/new-concern-page.tsx'

type Needs = { readonly transact: Transact }

/** Whoever can be named in a safety concern; what one sees is limited to those by the database. */
const beNamed = staffRule('beNamedInConcerns', ['coordinator', 'socialWorker'], ['professionalSecrecy'])

export const concernNavigation: readonly NavigationEntry[] = [
  { href: '/safety-concerns', label: 'detection.concern.list', icon: 'siren', rule: beNamed },
]

const concernForm = z
  .object({
    id: identifier(),
    about: oneOf(['adult', 'child']),
    firstUserId: identifier(),
    secondUserId: identifier(),
    content: requiredText(2000),
  })
  .refine(({ firstUserId, secondUserId }) => firstUserId !== secondUserId, {
    error: 'detection.concern.error.two',
    path: ['secondUserId'],
  })
const decisionForm = z.object({ version: seenVersion(), decision: oneOf(concernDecisions) })
const copyForm = z.object({ version: seenVersion(), shown: oneOf(['yes', 'no']) })

/** A danger leaves the inbox: phone first, two professionals, nothing passed on by itself. */
export function concernRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/inbox/:signalId/safety-concern', may(workInInbox), (c) => newConcernPage(c, transact))

  routes.post('/inbox/:signalId/safety-concern', may(workInInbox), async (c) => {
    const form = await parseForm(c, concernForm)
    if (!form.ok) return newConcernPage(c, transact, form.values, form.errors)
    const { about, ...concern } = form.data
    const signalId = uuidIn(c, 'signalId')
    const result = await noteConcern({ transact }, staffOf(c), {
      ...concern,
      signalId,
      isAboutChild: about === 'child',
    })
    if (result.kind === 'refused' && result.reason === 'notNamed')
      return newConcernPage(c, transact, form.values, [
        { field: 'secondUserId', key: 'detection.concern.error.notNamed', values: {} },
      ])
    if (result.kind === 'refused')
      changedMeanwhile({ subject: { type: 'signal', id: signalId }, now: `/inbox/${signalId}`, typed: form.values })
    leaveFlash(c, 'detection.concern.done')
    return c.redirect('/inbox', 303)
  })

  routes.get('/safety-concerns', may(beNamed), async (c) => {
    const t = c.get('t')
    const concerns = await transact(staffOf(c), (tx) => ownConcerns(tx))
    return workplacePage(c, { title: t('detection.concern.list') }, <ConcernsPage t={t} concerns={concerns} />)
  })

  routes.get('/safety-concerns/:concernId', may(beNamed), (c) => concernPage(c, transact))

  routes.post('/safety-concerns/:concernId/decision', may(beNamed), async (c) => {
    const form = await parseForm(c, decisionForm)
    if (!form.ok) return concernPage(c, transact, form.errors)
    const id = uuidIn(c, 'concernId')
    if (!(await decideConcern({ transact }, staffOf(c), { id, ...form.data })))
      changedMeanwhile({ subject: { type: 'safety concern', id }, now: `/safety-concerns/${id}`, typed: form.values })
    leaveFlash(c, 'detection.done.act')
    return c.redirect(`/safety-concerns/${id}`, 303)
  })

  routes.post('/safety-concerns/:concernId/copy', may(beNamed), async (c) => {
    const form = await parseForm(c, copyForm)
    if (!form.ok) return concernPage(c, transact, form.errors)
    const id = uuidIn(c, 'concernId')
    if (!(await showConcern({ transact }, staffOf(c), { id, ...form.data })))
      changedMeanwhile({ subject: { type: 'safety concern', id }, now: `/safety-concerns/${id}`, typed: form.values })
    leaveFlash(c, 'detection.done.act')
    return c.redirect(`/safety-concerns/${id}`, 303)
  })
}

/** A concern for who is named in it; with what is missing in the form that was sent. */
async function concernPage(c: Ctx, transact: Transact, errors: FormErrors = []): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const concern = await readConcern({ transact }, actor, uuidIn(c, 'concernId'))
  const names = await transact(actor, (tx) => namesOf(tx, [concern.firstUserId, concern.secondUserId, concern.notedBy]))
  const page = (
    <ConcernPage
      t={t}
      concern={concern}
      names={names}
      form={filledForm(t, { decision: concern.decision ?? '' }, errors)}
      isFirst={actor.userId === concern.firstUserId}
      jurisdiction={municipalityOf(c).jurisdiction}
    />
  )
  return workplacePage(c, { title: t('detection.concern.title') }, page, errors.length > 0 ? 422 : 200)
}

async function newConcernPage(
  c: Ctx,
  transact: Transact,
  values: FormValues = {},
  errors: FormErrors = [],
): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const signalId = uuidIn(c, 'signalId')
  const people = await transact(actor, async (tx) => {
    const signal = await signalById(tx, signalId)
    // As everything of a card: only who covers its neighbourhood (P6).
    return signal && covers(actor, signal.neighbourhoodId)
      ? professionals(tx, signal.zoneId)
      : notFound('signal', signalId)
  })
  const form = filledForm(t, { id: uuidv7(), firstUserId: actor.userId, ...values }, errors)
  const props = { t, people, form, signalId, jurisdiction: municipalityOf(c).jurisdiction }
  return workplacePage(
    c,
    { title: t('detection.concern.title') },
    <NewConcernPage {...props} />,
    errors.length > 0 ? 422 : 200,
  )
}

function uuidIn(c: Ctx, name: string): string {
  const id = identifier().safeParse(c.req.param(name))
  return id.success ? id.data : notFound(name, 'of that form')
}
