import { uuidv7 } from 'uuidv7'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { workOnCases } from '../access.ts'
import { rightsToAskOf } from '../rights-followed/index.ts'
import { caseHead } from './case-page.ts'
import { closeCase, reopenCase } from './closing-actions.ts'
import { closingGroundOf, closingOf } from './closing-store.ts'
import { closingForm, reopeningForm } from './forms.ts'
import { personalDataIn } from './policy-text.ts'
import { casePath, caseTitle } from './views/case-frame.tsx'
import { ClosingPage } from './views/closing-page.tsx'

type Needs = { readonly transact: Transact }

/** Closing a case with its compulsory question, and opening it again. */
export function closingRoutes(routes: Routes, needs: Needs): void {
  routes.get('/cases/:id/closing', may(workOnCases), (c) => closingPage(c, needs))

  routes.post('/cases/:id/closing', may(workOnCases), async (c) => {
    const form = await parseForm(c, closingForm(c.get('t').today))
    if (!form.ok) return closingPage(c, needs, { values: form.values, errors: form.errors, status: 422 })
    const { id, signalId, version, outcome, preventable, ...policy } = form.data
    const result = await needs.transact(staffOf(c), async (tx) => {
      const { person } = await caseHead(tx, caseIdOf(c), 'closing')
      if (preventable === 'yes' && personalDataIn(policy.description ?? '', person))
        return { kind: 'personalData' } as const
      const { theme = '', causeType = '', competentLevel = '', description = '', groups } = policy
      return closeCase(tx, caseIdOf(c), {
        id,
        version,
        outcome,
        policy: preventable === 'yes' ? { id: signalId, theme, causeType, competentLevel, groups, description } : null,
      })
    })
    if (result.kind === 'done') {
      leaveFlash(c, 'guidance.done.closed')
      return c.redirect(casePath(caseIdOf(c), 'closing'), 303)
    }
    if (result.kind === 'personalData') {
      const errors = [{ field: 'description', key: 'guidance.error.personalData', values: {} }]
      return closingPage(c, needs, { values: form.values, errors, status: 422 })
    }
    const problem = result.kind === 'stale' ? 'stale' : result.reason
    return closingPage(c, needs, { values: form.values, problem, status: 409 })
  })

  routes.post('/cases/:id/reopening', may(workOnCases), async (c) => {
    const form = await parseForm(c, reopeningForm)
    if (!form.ok) return closingPage(c, needs, { values: form.values, errors: form.errors, status: 422 })
    const { version, reason } = form.data
    const result = await needs.transact(staffOf(c), (tx) => reopenCase(tx, caseIdOf(c), version, reason))
    if (result.kind !== 'done') {
      const problem = result.kind === 'stale' ? 'stale' : result.reason
      return closingPage(c, needs, { values: form.values, problem, status: 409 })
    }
    leaveFlash(c, 'guidance.done.reopened')
    return c.redirect(casePath(caseIdOf(c)), 303)
  })
}

type Shown = {
  readonly values?: FormValues
  readonly errors?: FormErrors
  readonly problem?: string
  readonly status?: 409 | 422
}

async function closingPage(c: Ctx, { transact }: Needs, shown: Shown = {}): Promise<Response> {
  const t = c.get('t')
  const id = caseIdOf(c)
  const page = await transact(staffOf(c), async (tx) => {
    const closing = await closingOf(tx, id)
    const head = await caseHead(tx, id, 'closing', closing ? [closing.closedBy] : [])
    return { head, closing, ground: await closingGroundOf(tx, id), rightsNotAsked: await rightsToAskOf(tx, id) }
  })
  // A version that was typed over is old by now: the form gets the one that holds.
  const values = { id: uuidv7(), signalId: uuidv7(), ...shown.values, version: String(page.head.care.version) }
  return workplacePage(
    c,
    { title: caseTitle(t, page.head.care.title) },
    <ClosingPage t={t} {...page} form={filledForm(t, values, shown.errors)} problem={shown.problem} />,
    shown.status,
  )
}

const caseIdOf = (c: Ctx): string => c.req.param('id') ?? ''
