import { systemActor } from '../../../platform/access/actor.ts'
import { everyone } from '../../../platform/access/rule.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  cookieOf,
  dropCookie,
  type FormErrors,
  type FormValues,
  filledForm,
  focusPage,
  type LimitRate,
  leaveCookie,
  leaveFlash,
  may,
  municipalityOf,
  parseForm,
  type Routes,
} from '../../../platform/http/index.ts'
import { zonesIn } from '../../../registers/municipalities/index.ts'
import { acceptanceForm, codeForm, refusalForm } from './forms.ts'
import type { Handover } from './handover.ts'
import { linkDays, viewDays } from './link.ts'
import { handoverByLink, linkState, openLink, prolongAfterYes } from './link-actions.ts'
import { type Answer, answer } from './receiver-actions.ts'
import { LinkCodePage } from './views/link-code-page.tsx'
import { LinkEndedPage } from './views/link-ended-page.tsx'
import { LinkHandoverPage } from './views/link-handover-page.tsx'

type Needs = { readonly transact: Transact; readonly limitRate: LimitRate }

const cookie = 'handover'

/**
 * A handover for a receiver without account: the link, then the code told by phone, then reading and answering until that
 * ends. Whoever holds both acts through the program, for this one handover.
 */
export function linkRoutes(routes: Routes, { transact, limitRate }: Needs): void {
  const path = '/in/:municipality/handover/:token'
  const patient = limitRate({ bucket: 'handover-link', max: 30, windowSeconds: 900 })

  routes.get(path, may(everyone), patient, async (c) => {
    const handover = await viewed(c, transact, 'read handover')
    if (handover) return handoverPage(c, transact, handover)
    const problem = await asProgram(c, transact, (tx) => linkState(tx, tokenOf(c)))
    return problem ? endedPage(c, problem.reason) : codePage(c)
  })

  routes.post(path, may(everyone), patient, async (c) => {
    const form = await parseForm(c, codeForm)
    if (!form.ok) return codePage(c, form.errors)
    const opened = await asProgram(c, transact, (tx) => openLink(tx, tokenOf(c), form.data.code))
    if (opened.kind === 'refused') return endedPage(c, opened.reason)
    if (opened.kind === 'wrong')
      return codePage(c, [{ field: 'code', key: 'guidance.link.wrongCode', values: { left: opened.left } }])
    leaveCookie(c, cookie, opened.viewToken, { path: c.req.path, seconds: (linkDays + viewDays) * 86_400 })
    return c.redirect(c.req.path, 303)
  })

  routes.post(`${path}/acceptance`, may(everyone), patient, async (c) => {
    const form = await parseForm(c, acceptanceForm)
    if (!form.ok) return again(c, transact, form)
    const { version, by, waitingWeeks } = form.data
    return answered(c, transact, version, { kind: 'accept', by, waitingWeeks: waitingWeeks ?? null }, form.values)
  })

  routes.post(`${path}/refusal`, may(everyone), patient, async (c) => {
    const form = await parseForm(c, refusalForm)
    if (!form.ok) return again(c, transact, form)
    const { version, by, reason, words } = form.data
    return answered(c, transact, version, { kind: 'refuse', by, reason, words: words ?? null }, form.values)
  })
}

async function answered(c: Ctx, transact: Transact, version: number, given: Answer, values: FormValues) {
  const result = await asProgram(c, transact, async (tx) => {
    const handover = await handoverByLink(tx, tokenOf(c), viewTokenOf(c), `${given.kind} handover`)
    if (!handover) return undefined
    const result = await answer(tx, handover, version, given)
    if (result.kind === 'done' && given.kind === 'accept') await prolongAfterYes(tx, handover.id)
    return result
  })
  if (!result) return endedPage(c, 'ended')
  if (result.kind !== 'done') return again(c, transact, { values, problem: 'answeredMeanwhile' })
  const base = basePath(c)
  if (given.kind === 'refuse') {
    dropCookie(c, cookie, base)
    return endedPage(c, 'refused', 200)
  }
  leaveFlash(c, 'guidance.done.accepted')
  return c.redirect(base, 303)
}

type Shown = { readonly values: FormValues; readonly errors?: FormErrors; readonly problem?: string }

async function again(c: Ctx, transact: Transact, shown: Shown): Promise<Response> {
  const handover = await viewed(c, transact, 'read handover')
  return handover ? handoverPage(c, transact, handover, shown) : endedPage(c, 'ended')
}

async function handoverPage(c: Ctx, transact: Transact, handover: Handover, shown?: Shown): Promise<Response> {
  const t = c.get('t')
  // Municipality and OCMW are two organisations: the receiver reads which of them asks (P9).
  const zones = await asProgram(c, transact, zonesIn)
  const sender = zones.find(({ id }) => id === handover.zoneId)?.name ?? municipalityOf(c).name
  return focusPage(
    c,
    { title: t('guidance.received.from', { organisation: sender }) },
    <LinkHandoverPage
      t={t}
      path={basePath(c)}
      sender={sender}
      handover={handover}
      form={filledForm(t, shown?.values ?? {}, shown?.errors)}
      problem={shown?.problem}
    />,
    shown ? (shown.problem ? 409 : 422) : 200,
  )
}

function codePage(c: Ctx, errors: FormErrors = []): Response {
  const t = c.get('t')
  const content = <LinkCodePage t={t} path={basePath(c)} form={filledForm(t, {}, errors)} />
  return focusPage(c, { title: t('guidance.link.page.title') }, content, errors.length > 0 ? 422 : 200)
}

function endedPage(c: Ctx, reason: string, status: 200 | 410 = 410): Response {
  const t = c.get('t')
  const { contact } = municipalityOf(c)
  return focusPage(
    c,
    { title: t(reason === 'refused' ? 'guidance.link.refused.title' : 'guidance.link.ended.title') },
    <LinkEndedPage t={t} reason={reason} contact={contact} />,
    status,
  )
}

const viewed = (c: Ctx, transact: Transact, action: string) =>
  asProgram(c, transact, (tx) => handoverByLink(tx, tokenOf(c), viewTokenOf(c), action))

/** Acts as the program in this municipality: the link and code are what was checked. */
const asProgram = <Result,>(c: Ctx, transact: Transact, work: (tx: Tx) => Promise<Result>) =>
  transact(systemActor(municipalityOf(c).id, 'guidance.handoverLink'), work)

const tokenOf = (c: Ctx): string => c.req.param('token') ?? ''
const viewTokenOf = (c: Ctx): string | undefined => cookieOf(c, cookie, basePath(c))
const basePath = (c: Ctx): string => `/in/${municipalityOf(c).slug}/handover/${tokenOf(c)}`
