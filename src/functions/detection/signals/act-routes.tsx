import type { z } from 'zod'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  may,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { workInInbox } from './access.ts'
import { actOnSignal } from './actions.ts'
import { answer, signalIdOf, signalPage } from './answers.tsx'
import { assignSignal } from './assignment.ts'
import { assignmentForm, attemptForm, closingForm, declineForm, triageForm, versionForm } from './forms.ts'
import type { Move } from './signal.ts'
import { readSignal } from './signal-reading.ts'
import { DeclinePage } from './views/decline-page.tsx'

type Needs = { readonly transact: Transact }

/** What a coordinator does with one signal, each act a form of its own. */
export function actRoutes(routes: Routes, { transact }: Needs): void {
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

function declinePage(c: Ctx, version: number, values: FormValues = {}, errors: FormErrors = []): Response {
  const t = c.get('t')
  const page = <DeclinePage t={t} signalId={signalIdOf(c)} version={version} form={filledForm(t, values, errors)} />
  return workplacePage(c, { title: t('detection.decline.title') }, page, errors.length > 0 ? 422 : 200)
}
