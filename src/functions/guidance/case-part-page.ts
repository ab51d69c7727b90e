import type { ComponentChildren, VNode } from 'preact'
import type { Transact, Tx } from '../../platform/database/transact.ts'
import {
  type Ctx,
  type FilledForm,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  staffOf,
  workplacePage,
} from '../../platform/http/index.ts'
import type { Result } from './cases/case-actions.ts'
import { type CaseHead, caseHead } from './cases/case-page.ts'
import { type CaseTab, casePath, caseTitle } from './cases/views/case-frame.tsx'

/** How a page of a case is shown again: what was typed, what is wrong with it, or why the act did not go through. */
export type Shown = {
  readonly values?: FormValues
  readonly errors?: FormErrors
  readonly problem?: string
  readonly status?: 409 | 422
}

/** What a page of a case is made of; `load` reads what it shows besides the head. */
export type CasePart<Data> = {
  readonly tab: CaseTab
  /** Fresh values of the form: identifiers made with the page. */
  readonly values: () => FormValues
  load(tx: Tx, caseId: string): Promise<{ readonly data: Data; readonly names: readonly string[] }>
  view(props: {
    readonly c: Ctx
    readonly head: CaseHead
    readonly data: Data
    readonly form: FilledForm
    readonly problem: string | undefined
  }): VNode | ComponentChildren
}

/** Shows one page of a case, for the first time or after an act that did not go through. */
export async function casePartPage<Data>(
  c: Ctx,
  transact: Transact,
  part: CasePart<Data>,
  shown: Shown = {},
): Promise<Response> {
  const t = c.get('t')
  const id = caseIdOf(c)
  const { head, data } = await transact(staffOf(c), async (tx) => {
    const { data, names } = await part.load(tx, id)
    return { head: await caseHead(tx, id, part.tab, names), data }
  })
  const form = filledForm(t, { ...part.values(), ...shown.values }, shown.errors)
  const content = part.view({ c, head, data, form, problem: shown.problem })
  return workplacePage(c, { title: caseTitle(t, head.care.title) }, content as VNode, shown.status)
}

/** After an act: on with a sentence of what was done, or the page again with why not and what was typed. */
export async function afterAct<Data>(
  c: Ctx,
  transact: Transact,
  part: CasePart<Data>,
  result: Result<string>,
  { done, values }: { readonly done: string; readonly values?: FormValues },
): Promise<Response> {
  if (result.kind === 'done') {
    leaveFlash(c, `guidance.done.${done}`)
    return c.redirect(casePath(caseIdOf(c), part.tab), 303)
  }
  const problem = result.kind === 'stale' ? 'stale' : result.reason
  return casePartPage(c, transact, part, { problem, status: 409, ...(values && { values }) })
}

/** The case in the address. */
export const caseIdOf = (c: Ctx): string => c.req.param('id') ?? ''
