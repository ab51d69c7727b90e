import { uuidv7 } from 'uuidv7'
import type { Transact, Tx } from '../../platform/database/transact.ts'
import {
  type Ctx,
  changedMeanwhile,
  type FormErrors,
  type FormValues,
  filledForm,
  forbidden,
  identifier,
  leaveFlash,
  may,
  type NavigationEntry,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../platform/http/index.ts'
import { namesOf } from '../../platform/identity/index.ts'
import { neighbourhoodsOf } from '../../registers/places/index.ts'
import { notePolicySignal, secondReadPolicySignals, seePolicySignals, weighPolicySignals } from './access.ts'
import { noteDirectly, readAsSecond } from './actions.ts'
import { noteForm, readingForm } from './forms.ts'
import { maySecondRead, type PolicySignal } from './policy-signal.ts'
import { countByTheme, type PolicySignalFilter, policySignalById, policySignalsOf } from './policy-signal-store.ts'
import { ListPage } from './views/list-page.tsx'
import { NotePage } from './views/note-page.tsx'
import { SignalPage } from './views/signal-page.tsx'

type Needs = { readonly transact: Transact }

export const policyAdviceNavigation: readonly NavigationEntry[] = [
  { href: '/policy-signals', label: 'policyAdvice.title', icon: 'flag', rule: seePolicySignals },
]

const pageSize = 20
const mostPages = 10_000

/** Signals for policy: noting, listing, and the second reading before others see them. */
export function policyAdviceRoutes(routes: Routes, needs: Needs): void {
  routes.get('/policy-signals', may(seePolicySignals), (c) => listPage(needs, c))

  routes.get('/policy-signals/new', may(notePolicySignal), (c) => notePage(needs, c, uuidv7(), {}))

  routes.post('/policy-signals', may(notePolicySignal), async (c) => {
    const { today } = c.get('t')
    const form = await parseForm(c, noteForm(today))
    if (!form.ok) return notePage(needs, c, String(form.values.id ?? uuidv7()), form.values, form.errors)
    await noteDirectly(needs, staffOf(c), form.data, today)
    leaveFlash(c, 'policyAdvice.note.saved')
    return c.redirect('/policy-signals', 303)
  })

  routes.get('/policy-signals/:id', may(seePolicySignals), (c) => signalPage(needs, c))

  routes.post('/policy-signals/:id/reading', may(secondReadPolicySignals), async (c) => {
    const id = c.req.param('id')
    const form = await parseForm(c, readingForm)
    if (!form.ok) return signalPage(needs, c, form.values, form.errors)
    const reading = await readAsSecond(needs, staffOf(c), { id, ...form.data, today: c.get('t').today })
    if (!reading) notFound('policy signal', id)
    if (reading.kind === 'refused') forbidden(reading.reason)
    if (reading.kind === 'stale')
      changedMeanwhile({
        subject: { type: 'policy signal', id },
        now: `/policy-signals/${id}`,
        typed: form.values,
      })
    leaveFlash(c, 'policyAdvice.reading.saved')
    return c.redirect(`/policy-signals/${id}`, 303)
  })
}

async function listPage(needs: Needs, c: Ctx): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const weighs = weighPolicySignals.allows(actor)
  const filter = weighs ? filterFrom(c) : { notedBy: actor.userId }
  const number = Math.min(mostPages, Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1))
  const found = await needs.transact(actor, async (tx) => ({
    signals: await policySignalsOf(tx, filter, { limit: pageSize + 1, offset: (number - 1) * pageSize }),
    byTheme: weighs ? await countByTheme(tx, filter) : undefined,
    neighbourhoods: await neighbourhoodsOf(tx),
  }))
  const pages = {
    number,
    previous: number > 1 ? pageHref(c, number - 1) : undefined,
    next: found.signals.length > pageSize ? pageHref(c, number + 1) : undefined,
  }
  return workplacePage(
    c,
    { title: t('policyAdvice.title') },
    <ListPage
      {...found}
      t={t}
      signals={found.signals.slice(0, pageSize)}
      filter={filter}
      seesUnread={secondReadPolicySignals.allows(actor)}
      mayNote={notePolicySignal.allows(actor)}
      pages={pages}
    />,
  )
}

async function notePage(needs: Needs, c: Ctx, id: string, values: FormValues, errors?: FormErrors): Promise<Response> {
  const t = c.get('t')
  const neighbourhoods = await needs.transact(staffOf(c), (tx) => neighbourhoodsOf(tx))
  return workplacePage(
    c,
    { title: t('policyAdvice.note.title') },
    <NotePage t={t} id={id} form={filledForm(t, values, errors)} neighbourhoods={neighbourhoods} />,
    errors ? 422 : 200,
  )
}

async function signalPage(needs: Needs, c: Ctx, typed?: FormValues, errors?: FormErrors): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const id = c.req.param('id') ?? ''
  const isReader = secondReadPolicySignals.allows(actor)
  const shown = await needs.transact(actor, (tx) => shownSignal(tx, id, isReader))
  // Who only notes sees the own notes; the database lets a coordinator without secrecy see more than that.
  const maySee = shown && (weighPolicySignals.allows(actor) || shown.signal.notedBy === actor.userId)
  if (!maySee) notFound('policy signal', id)
  const { signal } = shown
  const values = typed ?? { description: signal.description }
  const reading = isReader && maySecondRead(signal, actor.userId) ? filledForm(t, values, errors) : undefined
  return workplacePage(
    c,
    { title: t('policyAdvice.one') },
    <SignalPage t={t} {...shown} reading={reading} />,
    errors ? 422 : 200,
  )
}

/** The signal, the name of its neighbourhood, and for who may know it who wrote and read it. */
async function shownSignal(tx: Tx, id: string, mayKnowNames: boolean) {
  const signal = isIdentifier(id) ? await policySignalById(tx, id) : undefined
  if (!signal) return undefined
  const places = signal.neighbourhoodId ? await neighbourhoodsOf(tx, { ids: [signal.neighbourhoodId] }) : []
  const names = mayKnowNames ? await namesOf(tx, accountsIn(signal)) : new Map<string, string>()
  return { signal, neighbourhood: places[0]?.name, names }
}

const accountsIn = ({ notedBy, secondReader }: PolicySignal) => [notedBy, secondReader].filter((one) => one !== null)

function filterFrom(c: Ctx): PolicySignalFilter {
  const asked = (name: string) => c.req.query(name) || undefined
  const reading = asked('reading')
  const neighbourhoodId = asked('neighbourhood')
  return {
    theme: asked('theme'),
    causeType: asked('cause'),
    competentLevel: asked('level'),
    group: asked('group'),
    neighbourhoodId: neighbourhoodId && isIdentifier(neighbourhoodId) ? neighbourhoodId : undefined,
    reading: reading === 'waiting' || reading === 'done' ? reading : undefined,
  }
}

function pageHref(c: Ctx, number: number): string {
  const { searchParams } = new URL(c.req.url)
  searchParams.set('page', String(number))
  return `/policy-signals?${searchParams}`
}

const isIdentifier = (text: string) => identifier().safeParse(text).success
