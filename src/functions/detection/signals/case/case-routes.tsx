import { uuidv7 } from 'uuidv7'
import type { Transact } from '../../../../platform/database/transact.ts'
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
} from '../../../../platform/http/index.ts'
import { findPeople } from '../../../../registers/people/index.ts'
import { workInInbox } from '../access.ts'
import { refused, signalIdOf } from '../answers.tsx'
import { caseForm } from '../forms.ts'
import { readSignal } from '../signal-reading.ts'
import { CasePage } from '../views/case-page.tsx'
import { openCase } from './case-opening.ts'

type Needs = { readonly transact: Transact }

/** From a signal whose person agreed to a case. */
export function caseRoutes(routes: Routes, { transact }: Needs): void {
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
