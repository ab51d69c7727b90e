import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  checkbox,
  type FormErrors,
  type FormValues,
  filledForm,
  identifier,
  leaveFlash,
  may,
  notFound,
  oneOf,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { namesOf } from '../../../platform/identity/index.ts'
import { cardText } from '../cards/card-input.ts'
import { cardById } from '../cards/card-store.ts'
import { toldLength } from '../cards/following/told-word.ts'
import { toldOf } from '../cards/following/told-word-store.ts'
import { workInInbox } from '../signals/access.ts'
import { signalById, signalsById } from '../signals/signal-store.ts'
import { answerAsSecond, requestFor, tellCoordinator } from './actions.ts'
import { requestsOf } from './second-store.ts'
import { SecondPage } from './views/second-page.tsx'
import { SecondsPage } from './views/seconds-page.tsx'

type Needs = { readonly transact: Transact }

const answerForm = z.object({ answer: oneOf(['taken', 'declined']) })
const tellingForm = z.object({ id: identifier(), words: cardText(toldLength), isChecked: checkbox() })

/** What is asked of somebody under secrecy as second: taking a signal up or not, and telling the coordinator what was agreed. */
export function answerRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/seconds', may(workInInbox), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const page = await transact(actor, async (tx) => {
      const requests = await requestsOf(tx, actor.userId)
      const signals = await signalsById(
        tx,
        requests.map(({ signalId }) => signalId),
      )
      const names = await namesOf(
        tx,
        requests.map(({ askedBy }) => askedBy),
      )
      return { requests, signals: new Map(signals.map((signal) => [signal.id, signal])), names }
    })
    return workplacePage(c, { title: t('detection.seconds.mine') }, <SecondsPage t={t} {...page} />)
  })

  routes.get('/seconds/:id', may(workInInbox), (c) => secondPage(c, transact))

  routes.post('/seconds/:id/answer', may(workInInbox), async (c) => {
    const form = await parseForm(c, answerForm)
    if (!form.ok) return secondPage(c, transact, { problem: 'noAnswer', status: 422 })
    if (!(await answerAsSecond({ transact }, staffOf(c), requestIdOf(c), form.data.answer)))
      return secondPage(c, transact, { problem: 'answered', status: 409 })
    leaveFlash(c, `detection.seconds.done.${form.data.answer}`)
    return c.redirect(form.data.answer === 'taken' ? `/seconds/${requestIdOf(c)}` : '/seconds', 303)
  })

  routes.post('/seconds/:id/told', may(workInInbox), async (c) => {
    const form = await parseForm(c, tellingForm)
    if (!form.ok) return secondPage(c, transact, { values: form.values, errors: form.errors, status: 422 })
    const result = await tellCoordinator({ transact }, staffOf(c), requestIdOf(c), form.data)
    if (result.kind === 'told') {
      leaveFlash(c, 'detection.seconds.done.told')
      return c.redirect(`/seconds/${requestIdOf(c)}`, 303)
    }
    if (result.reason === 'notChecked') {
      const errors = [{ field: 'isChecked', key: 'detection.told.error.notChecked', values: {} }]
      return secondPage(c, transact, { values: form.values, errors, status: 422 })
    }
    return secondPage(c, transact, { values: form.values, problem: result.reason, status: 409 })
  })
}

type Shown = {
  readonly values?: FormValues
  readonly errors?: FormErrors
  readonly problem?: string
  readonly status: 409 | 422
}

async function secondPage(c: Ctx, transact: Transact, shown?: Shown): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const page = await transact(actor, async (tx) => {
    const request = await requestFor(tx, actor, requestIdOf(c))
    const { signalId, askedBy } = request
    const card = (await cardById(tx, signalId)) ?? notFound('card', signalId)
    const signal = (await signalById(tx, signalId)) ?? notFound('signal', signalId)
    tx.audit({
      action: 'read card',
      subject: { type: 'card', id: signalId },
      personId: signal.personId ?? undefined,
      reason: 'as second',
    })
    const told = await toldOf(tx, [signalId], 'coordinator')
    return { request, card, signal, told, names: await namesOf(tx, [askedBy, ...told.map(({ toldBy }) => toldBy)]) }
  })
  const form = filledForm(t, { id: uuidv7(), ...shown?.values }, shown?.errors)
  return workplacePage(
    c,
    { title: t('detection.seconds.asked') },
    <SecondPage t={t} {...page} form={form} problem={shown?.problem} />,
    shown?.status,
  )
}

/** The request in the address; what cannot be one is not found. */
function requestIdOf(c: Ctx): string {
  const id = c.req.param('id') ?? ''
  return identifier().safeParse(id).success ? id : notFound('second request', 'of that form')
}
