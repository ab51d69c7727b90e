import { uuidv7 } from 'uuidv7'
import type { Transact } from '../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../platform/http/index.ts'
import { personById } from '../people/index.ts'
import { keepAgreements } from './access.ts'
import { noteWithdrawal } from './actions.ts'
import { agreementById, recordAgreement } from './agreement-store.ts'
import { agreementForm, withdrawalForm } from './forms.ts'
import { AgreementPage } from './views/agreement-page.tsx'
import { NewAgreementPage } from './views/new-agreement-page.tsx'

type Needs = { readonly transact: Transact }

/** What people agreed may be told: recording it, and taking it back. */
export function agreementRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs
  routes.get('/people/:person/agreements/new', may(keepAgreements), (c) => newAgreementPage(c, needs))

  routes.post('/people/:person/agreements', may(keepAgreements), async (c) => {
    const form = await parseForm(c, agreementForm(c.get('t').today))
    if (!form.ok) return newAgreementPage(c, needs, form)
    const { next, toOrganisation, validUntil, ...agreement } = form.data
    await transact(staffOf(c), async (tx) => {
      const person = (await personById(tx, personIdOf(c))) ?? notFound('person', 'of this identifier')
      await recordAgreement(tx, {
        ...agreement,
        zoneId: person.zoneId,
        personId: person.id,
        toOrganisation: toOrganisation ?? null,
        validUntil: validUntil ?? null,
      })
    })
    leaveFlash(c, 'agreements.done.recorded')
    return c.redirect(isOwnPath(next) ? next : `/people/${personIdOf(c)}`, 303)
  })

  routes.get('/agreements/:id', may(keepAgreements), (c) => agreementPage(c, needs))

  routes.post('/agreements/:id/withdrawal', may(keepAgreements), async (c) => {
    const form = await parseForm(c, withdrawalForm)
    if (!form.ok) return agreementPage(c, needs, form)
    const id = idOf(c, 'id')
    const withdrawal = (await noteWithdrawal(needs, staffOf(c), id, form.data.channel)) ?? notFound('agreement', id)
    leaveFlash(c, `agreements.done.${withdrawal}`)
    return c.redirect(`/agreements/${id}`, 303)
  })
}

type Shown = { readonly values: FormValues; readonly errors?: FormErrors }

async function newAgreementPage(c: Ctx, { transact }: Needs, shown?: Shown): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const person = await transact(actor, async (tx) => personById(tx, personIdOf(c)))
  if (!person) notFound('person', 'of this identifier')
  const fresh = {
    id: uuidv7(),
    purpose: c.req.query('purpose') ?? 'guidance',
    next: c.req.query('next') ?? '',
    givenOn: t.today,
    given: 'spoken',
    witnessedBy: actor.name,
  }
  return workplacePage(
    c,
    { title: t('agreements.new') },
    <NewAgreementPage t={t} person={person} form={filledForm(t, shown?.values ?? fresh, shown?.errors)} />,
    shown ? 422 : 200,
  )
}

async function agreementPage(c: Ctx, { transact }: Needs, shown?: Shown): Promise<Response> {
  const t = c.get('t')
  const id = idOf(c, 'id')
  const { agreement, person } = await transact(staffOf(c), async (tx) => {
    const agreement = (await agreementById(tx, id)) ?? notFound('agreement', id)
    tx.audit({ action: 'read agreement', subject: { type: 'agreement', id }, personId: agreement.personId })
    return { agreement, person: await personById(tx, agreement.personId) }
  })
  return workplacePage(
    c,
    { title: t('agreements.one') },
    <AgreementPage
      t={t}
      agreement={agreement}
      person={person}
      form={filledForm(t, shown?.values ?? {}, shown?.errors)}
    />,
    shown ? 422 : 200,
  )
}

/** A page of this site to go on to; never another site. */
const isOwnPath = (path: string | undefined): path is string => path !== undefined && /^\/[a-z][\w/-]*$/.test(path)

/** An identifier from the address; anything else is not found. */
function idOf(c: Ctx, name: string): string {
  const id = c.req.param(name) ?? ''
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : notFound(name, 'of this form')
}
const personIdOf = (c: Ctx): string => idOf(c, 'person')
