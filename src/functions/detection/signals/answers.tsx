import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  errorTexts,
  type FormErrors,
  type FormValues,
  identifier,
  leaveFlash,
  notFound,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import type { ActResult } from './actions.ts'
import type { CaseOpened } from './case/case-opening.ts'
import type { MergeResult } from './merging/merging.ts'
import { readSignal } from './signal-reading.ts'
import { SignalPage } from './views/signal-page.tsx'

type Shown = { readonly refusal?: string; readonly errors?: FormErrors; readonly status?: 200 | 409 | 422 }

/** The page of the signal in the address, with why an act was not done. */
export async function signalPage(c: Ctx, transact: Transact, { refusal, errors = [], status = 200 }: Shown = {}) {
  const t = c.get('t')
  const actor = staffOf(c)
  const view = await transact(actor, (tx) => readSignal(tx, actor, signalIdOf(c)))
  const page = <SignalPage t={t} view={view} userId={actor.userId} refusal={refusal} errors={errorTexts(t, errors)} />
  return workplacePage(c, { title: t('detection.card.title') }, page, status)
}

type Answer = ActResult | MergeResult | { readonly kind: 'notAColleague' } | Exclude<CaseOpened, { kind: 'opened' }>

/** Back to where the act was done, or the page with why it was not. */
export async function answer(c: Ctx, transact: Transact, result: Answer, values: FormValues): Promise<Response> {
  if (result.kind !== 'done') return refused(c, transact, result)
  leaveFlash(c, 'detection.done.act')
  const back = String(values.back ?? '')
  return c.redirect(/^\/inbox(\?|$)/.test(back) ? back : `/inbox/${signalIdOf(c)}`, 303)
}

/** The page with why the act was not done. */
export function refused(c: Ctx, transact: Transact, result: Exclude<Answer, { kind: 'done' }>): Promise<Response> {
  const refusal = result.kind === 'refused' ? `detection.refusal.${result.reason}` : `detection.refusal.${result.kind}`
  return signalPage(c, transact, { refusal, status: 409 })
}

/** The identifier in the address; what cannot be one is not found. */
export function signalIdOf(c: Ctx): string {
  const id = c.req.param('signalId') ?? ''
  return identifier().safeParse(id).success ? id : notFound('signal', 'of that form')
}
