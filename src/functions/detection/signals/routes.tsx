import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  errorTexts,
  type FormErrors,
  type FormValues,
  filledForm,
  identifier,
  leaveFlash,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { findPeople } from '../../../registers/people/index.ts'
import { workInInbox } from './access.ts'
import { type ActResult, actOnSignal } from './actions.ts'
import { assignSignal } from './assignment.ts'
import { type CaseOpened, openCase } from './case-opening.ts'
import {
  assignmentForm,
  attemptForm,
  caseForm,
  closingForm,
  declineForm,
  searchForm,
  triageForm,
  versionForm,
} from './forms.ts'
import { inboxFilter, inboxPath } from './inbox-filter.ts'
import { type SealedWords, sealedWords } from './sealed-words.ts'
import type { Move } from './signal.ts'
import { readInbox, readSignal } from './signal-reading.ts'
import { CasePage } from './views/case-page.tsx'
import { DeclinePage } from './views/decline-page.tsx'
import { InboxPage } from './views/inbox-page.tsx'
import { SignalPage } from './views/signal-page.tsx'

type Needs = { readonly transact: Transact; readonly clock: () => Date; readonly secret: Buffer }

/** The inbox and the page of one signal with its acts. */
export function signalRoutes(routes: Routes, needs: Needs): void {
  inboxRoutes(routes, needs)
  actRoutes(routes, needs)
  caseRoutes(routes, needs)
}

function inboxRoutes(routes: Routes, { transact, secret }: Needs): void {
  const words = sealedWords(secret)

  routes.get('/inbox', may(workInInbox), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const filter = inboxFilter(c.req.query())
    const asked = wordsIn(words, actor.zoneId, filter.q)
    const inbox = await transact(actor, (tx) => readInbox(tx, actor, filter, asked, t.today))
    const page = <InboxPage t={t} inbox={inbox} filter={filter} words={asked} userId={actor.userId} />
    return workplacePage(c, { title: t('detection.inbox.title') }, page)
  })

  routes.post('/inbox/search', may(workInInbox), async (c) => {
    const form = await parseForm(c, searchForm)
    const from = inboxFilter(
      Object.fromEntries(new URL(String(form.values.filter ?? '/inbox'), c.req.url).searchParams),
    )
    const q = form.ok && form.data.words ? words.seal(staffOf(c).zoneId, form.data.words) : undefined
    return c.redirect(inboxPath(from, { q }), 303)
  })

  routes.get('/inbox/:signalId', may(workInInbox), (c) => signalPage(c, transact))
}

function actRoutes(routes: Routes, { transact }: Needs): void {
  /** A form on the page of a signal whose answer is one move. */
  const move = <Schema extends z.ZodType<{ version: number }>>(
    path: string,
    schema: Schema,
    moveOf: (data: z.output<Schema>) => Move,
  ) =>
    routes.post(`/inbox/:signalId/${path}`, may(workInInbox), async (c) => {
      const form = await parseForm(c, schema)
      if (!form.ok) return signalPage(c, transact, { errors: form.errors, status: 422 })
      const { version, note } = form.data as { version: number; note?: string }
      const act = { signalId: signalIdOf(c), version, move: moveOf(form.data), note }
      return answer(c, transact, await actOnSignal({ transact }, staffOf(c), act), form.values)
    })

  move('acknowledgement', versionForm, () => ({ kind: 'acknowledge' }))
  move('triage', triageForm, ({ as }) => ({ kind: 'triage', as }))
  move('contact-attempts', attemptForm, ({ way, reached }) => ({ kind: 'attempt', way, reached }))
  move('agreement', versionForm, () => ({ kind: 'agree' }))
  move('closing', closingForm, ({ because }) => ({ kind: 'close', because }))
  move('reopening', versionForm, () => ({ kind: 'reopen' }))

  routes.post('/inbox/:signalId/assignment', may(workInInbox), async (c) => {
    const form = await parseForm(c, assignmentForm)
    if (!form.ok) return signalPage(c, transact, { errors: form.errors, status: 422 })
    const { version, to } = form.data
    const result = await assignSignal({ transact }, staffOf(c), { signalId: signalIdOf(c), version, to: to ?? null })
    return answer(c, transact, result, form.values)
  })

  routes.get('/inbox/:signalId/decline', may(workInInbox), async (c) => {
    const { signal } = await transact(staffOf(c), (tx) => readSignal(tx, staffOf(c), signalIdOf(c)))
    return declinePage(c, signal.version)
  })

  routes.post('/inbox/:signalId/decline', may(workInInbox), async (c) => {
    const form = await parseForm(c, declineForm)
    if (!form.ok) return declinePage(c, Number(form.values.version), form.values, form.errors)
    const { version, reofferOn } = form.data
    const act = { signalId: signalIdOf(c), version, move: { kind: 'decline' }, reofferOn } as const
    return answer(c, transact, await actOnSignal({ transact }, staffOf(c), act), form.values)
  })
}

function caseRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/inbox/:signalId/case', may(workInInbox), (c) => casePage(c, transact))

  routes.post('/inbox/:signalId/case', may(workInInbox), async (c) => {
    const form = await parseForm(c, caseForm)
    if (!form.ok) return casePage(c, transact, form.values, form.errors)
    const { version, person, newPersonId, givenName = '', familyName = '' } = form.data
    const actor = staffOf(c)
    const signalId = signalIdOf(c)
    const who =
      person === 'new'
        ? {
            kind: 'new' as const,
            person: { ...(await contactOf(c, transact)), id: newPersonId, givenName, familyName },
          }
        : { kind: 'known' as const, personId: person }
    const result = await openCase({ transact }, actor, { signalId, version, ...who })
    if (result.kind !== 'opened') return refused(c, transact, result)
    leaveFlash(c, 'detection.done.caseOpened')
    return c.redirect(`/cases/${result.caseId}`, 303)
  })
}

/** What of the card goes along to a new person: how to reach them, never the wish. */
async function contactOf(c: Ctx, transact: Transact) {
  const actor = staffOf(c)
  const { card, signal } = await transact(actor, (tx) => readSignal(tx, actor, signalIdOf(c)))
  const content = card?.content
  return {
    phone: content?.phone ?? null,
    email: content?.email ?? null,
    placeText: content?.placeText ?? null,
    reachWhen: content?.reachWhen ?? null,
    addressId: card?.addressId ?? null,
    neighbourhoodId: signal.neighbourhoodId,
    language: card?.language,
    needsInterpreter: card?.needsInterpreter,
  }
}

type Shown = { readonly refusal?: string; readonly errors?: FormErrors; readonly status?: 200 | 409 | 422 }

async function signalPage(c: Ctx, transact: Transact, { refusal, errors = [], status = 200 }: Shown = {}) {
  const t = c.get('t')
  const actor = staffOf(c)
  const view = await transact(actor, (tx) => readSignal(tx, actor, signalIdOf(c)))
  const page = <SignalPage t={t} view={view} userId={actor.userId} refusal={refusal} errors={errorTexts(t, errors)} />
  return workplacePage(c, { title: t('detection.card.title') }, page, status)
}

type Answer = ActResult | { readonly kind: 'notAColleague' } | Exclude<CaseOpened, { kind: 'opened' }>

/** Back to where the act was done, or the page with why it was not. */
async function answer(c: Ctx, transact: Transact, result: Answer, values: FormValues): Promise<Response> {
  if (result.kind !== 'done') return refused(c, transact, result)
  leaveFlash(c, 'detection.done.act')
  const back = String(values.back ?? '')
  return c.redirect(/^\/inbox(\?|$)/.test(back) ? back : `/inbox/${signalIdOf(c)}`, 303)
}

function refused(c: Ctx, transact: Transact, result: Exclude<Answer, { kind: 'done' }>): Promise<Response> {
  const refusal = result.kind === 'refused' ? `detection.refusal.${result.reason}` : `detection.refusal.${result.kind}`
  return signalPage(c, transact, { refusal, status: 409 })
}

function declinePage(c: Ctx, version: number, values: FormValues = {}, errors: FormErrors = []): Response {
  const t = c.get('t')
  const page = <DeclinePage t={t} signalId={signalIdOf(c)} version={version} form={filledForm(t, values, errors)} />
  return workplacePage(c, { title: t('detection.decline.title') }, page, errors.length > 0 ? 422 : 200)
}

async function casePage(c: Ctx, transact: Transact, typed?: FormValues, errors: FormErrors = []): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const { view, people } = await transact(actor, async (tx) => {
    const read = await readSignal(tx, actor, signalIdOf(c))
    const { name, phone } = read.card?.content ?? {}
    const [byPhone, byName] = [phone ? await findPeople(tx, phone, 5) : [], name ? await findPeople(tx, name, 5) : []]
    const found = new Map([...byPhone, ...byName].map((person) => [person.id, person]))
    return { view: read, people: [...found.values()] }
  })
  const [givenName = '', ...family] = (view.card?.content?.name ?? '').split(' ')
  const values = typed ?? { givenName, familyName: family.join(' '), person: people.length === 0 ? 'new' : '' }
  const hidden = {
    version: String(typed?.version ?? view.signal.version),
    newPersonId: String(typed?.newPersonId ?? uuidv7()),
  }
  const form = filledForm(t, values, errors)
  const page = <CasePage t={t} signalId={view.signal.id} hidden={hidden} people={people} form={form} />
  return workplacePage(c, { title: t('detection.case.title') }, page, errors.length > 0 ? 422 : 200)
}

function signalIdOf(c: Ctx): string {
  const id = c.req.param('signalId') ?? ''
  return identifier().safeParse(id).success ? id : notFound('signal', 'of that form')
}

function wordsIn(words: SealedWords, zoneId: string, q: string | undefined): string | undefined {
  return q === undefined ? undefined : words.open(zoneId, q)
}
