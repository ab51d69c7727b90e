import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { auditOnceADay } from '../../../platform/audit/index.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import {
  type Ctx,
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
import { zonesIn } from '../../../registers/municipalities/index.ts'
import { receiveHandovers, workOnCases } from '../access.ts'
import type { Result } from '../cases/case-actions.ts'
import { isIdentifier } from '../cases/case-reading.ts'
import { casePath } from '../cases/views/case-frame.tsx'
import { acceptanceForm, arrivalForm, refusalForm } from './forms.ts'
import type { Handover } from './handover.ts'
import { handoverFor } from './handover-reading.ts'
import { type EndedHandover, endedHandover, handoversTo } from './handover-store.ts'
import { answer, openOwnCase, reportArrival } from './receiver-actions.ts'
import { EndedHandoverPage } from './views/ended-handover-page.tsx'
import { ReceivedHandoverPage } from './views/received-handover-page.tsx'
import { ReceivedHandoversPage } from './views/received-handovers-page.tsx'

type Needs = { readonly transact: Transact }
const ownCaseForm = z.object({ caseId: identifier(), personId: identifier() })

/** Handovers addressed to the zone of who is signed in: only what was shared, to be answered. */
export function receiverRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/handovers', may(receiveHandovers), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const page = await transact(actor, async (tx) => {
      await auditOnceADay(tx, { action: 'list handovers', subject: { type: 'list', id: 'received handovers' } })
      return {
        handovers: await handoversTo(tx, actor.zoneId),
        zones: new Map((await zonesIn(tx)).map(({ id, name }) => [id, name])),
      }
    })
    return workplacePage(c, { title: t('guidance.received.title') }, <ReceivedHandoversPage t={t} {...page} />)
  })

  routes.get('/handovers/:handover', may(receiveHandovers), (c) => receivedPage(c, transact))

  routes.post('/handovers/:handover/acceptance', may(receiveHandovers), async (c) => {
    const form = await parseForm(c, acceptanceForm)
    if (!form.ok) return receivedPage(c, transact, form)
    const { version, by, waitingWeeks } = form.data
    return act(c, transact, form.values, 'accepted', (tx, handover) =>
      answer(tx, handover, version, { kind: 'accept', by, waitingWeeks: waitingWeeks ?? null }),
    )
  })

  routes.post('/handovers/:handover/refusal', may(receiveHandovers), async (c) => {
    const form = await parseForm(c, refusalForm)
    if (!form.ok) return receivedPage(c, transact, form)
    const { version, by, reason, words } = form.data
    return act(c, transact, form.values, 'refused', (tx, handover) =>
      answer(tx, handover, version, { kind: 'refuse', by, reason, words: words ?? null }),
    )
  })

  routes.post('/handovers/:handover/arrival', may(receiveHandovers), async (c) => {
    const form = await parseForm(c, arrivalForm)
    if (!form.ok) return receivedPage(c, transact, form)
    const { version, on } = form.data
    return act(c, transact, form.values, 'arrived', (tx, handover) => reportArrival(tx, handover, version, on))
  })

  routes.post('/handovers/:handover/case', may(workOnCases), async (c) => {
    const form = await parseForm(c, ownCaseForm)
    if (!form.ok) return receivedPage(c, transact, form)
    const result = await transact(staffOf(c), async (tx) =>
      openOwnCase(tx, await received(tx, c, 'open own case'), staffOf(c), form.data),
    )
    if (result.kind !== 'done') return receivedPage(c, transact, { values: form.values, problem: result.reason })
    leaveFlash(c, 'guidance.done.opened')
    return c.redirect(casePath(form.data.caseId), 303)
  })
}

async function act(
  c: Ctx,
  transact: Transact,
  values: FormValues,
  done: 'accepted' | 'refused' | 'arrived',
  does: (tx: Tx, handover: Handover) => Promise<Result<string>>,
): Promise<Response> {
  const result = await transact(staffOf(c), async (tx) => {
    const ended = await endedHandover(tx, handoverIdOf(c))
    return ended ? ({ kind: 'ended', ended } as const) : does(tx, await received(tx, c, `note ${done} handover`))
  })
  if (result.kind === 'ended') return endedPage(c, result.ended)
  if (result.kind !== 'done')
    return receivedPage(c, transact, { values, problem: result.kind === 'stale' ? 'answeredMeanwhile' : result.reason })
  leaveFlash(c, `guidance.done.${done}`)
  return c.redirect(done === 'refused' ? '/handovers' : `/handovers/${c.req.param('handover')}`, 303)
}

type Shown = { readonly values: FormValues; readonly errors?: FormErrors; readonly problem?: string }

async function receivedPage(c: Ctx, transact: Transact, shown?: Shown): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const page = await transact(actor, async (tx) => {
    // Whoever sends an answer hears that another gave one; whoever only opens the page has nothing to do there any more.
    const ended = shown && (await endedHandover(tx, handoverIdOf(c)))
    if (ended) return { ended }
    const handover = await received(tx, c, 'read handover')
    const sender = (await zonesIn(tx)).find(({ id }) => id === handover.zoneId)?.name ?? ''
    return { handover, sender }
  })
  if ('ended' in page) return endedPage(c, page.ended)
  return workplacePage(
    c,
    { title: t('guidance.received.from', { organisation: page.sender }) },
    <ReceivedHandoverPage
      t={t}
      {...page}
      form={filledForm(t, { by: actor.name, ...shown?.values }, shown?.errors)}
      ownCase={workOnCases.allows(actor) ? { caseId: uuidv7(), personId: uuidv7() } : undefined}
      problem={shown?.problem}
    />,
    shown ? (shown.problem ? 409 : 422) : 200,
  )
}

function endedPage(c: Ctx, ended: EndedHandover): Response {
  const t = c.get('t')
  return workplacePage(c, { title: t('guidance.problem.title') }, <EndedHandoverPage t={t} ended={ended} />, 409)
}

function handoverIdOf(c: Ctx): string {
  const id = c.req.param('handover') ?? ''
  return isIdentifier(id) ? id : notFound('handover', 'of that form')
}

/** A handover addressed to the actor's zone; the sender's own side has its pages elsewhere. */
async function received(tx: Tx, c: Ctx, action: string): Promise<Handover> {
  const handover = await handoverFor(tx, c.req.param('handover') ?? '', action, 'receiver')
  return handover.receiverZoneId === staffOf(c).zoneId ? handover : notFound('handover', 'addressed here')
}
