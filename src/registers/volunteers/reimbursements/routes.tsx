import { uuidv7 } from 'uuidv7'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  changedMeanwhile,
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
} from '../../../platform/http/index.ts'
import { guideVolunteers, noteReimbursements } from '../access.ts'
import { fileOf, frozenFileOf } from '../file-of.ts'
import { frozenNameOnAccounts } from '../frozen/freezing-store.ts'
import * as actions from './actions.ts'
import { askedYear } from './asked-year.ts'
import { ordinary } from './ceilings.ts'
import { declarationForm, declarationValuesOf, reimbursementForm } from './forms.ts'
import { declarationOf } from './reimbursement-store.ts'
import { reimbursementYear } from './reimbursement-year.ts'
import { DeclarationPage } from './views/declaration-page.tsx'
import { type AccountsOf, ReimbursementsPage } from './views/reimbursements-page.tsx'
import { errorOf } from './views/use-text.ts'

type Needs = { readonly transact: Transact }

/** What volunteers of the own organisation are reimbursed: read by who guides them, noted by a partner's coordinator. */
export function reimbursementRoutes(routes: Routes, needs: Needs): void {
  const base = '/volunteers/:id/reimbursements'

  routes.get(base, may(guideVolunteers), async (c) =>
    yearPage(needs, c, (await frozenAccountsOf(needs, c)) ?? (await fileOf(needs, c)), {
      values: blank(c.get('t').today),
    }),
  )

  routes.post(base, may(noteReimbursements), async (c) => {
    const t = c.get('t')
    const volunteer = await fileOf(needs, c)
    const form = await parseForm(c, reimbursementForm)
    const id = typeof form.values.id === 'string' ? form.values.id : uuidv7()
    if (!form.ok) return yearPage(needs, c, volunteer, { id, values: form.values, errors: form.errors })
    const asked = { volunteerId: volunteer.id, today: t.today, input: form.data }
    const noted = await actions.noteOne(needs, staffOf(c), asked)
    if (noted.kind === 'notFound') notFound('volunteer', volunteer.id)
    if (noted.kind === 'refused') {
      const errors = noted.reasons.map((reason) => errorOf(t, reason))
      return yearPage(needs, c, volunteer, { id, values: form.values, errors })
    }
    leaveFlash(c, noted.near.length > 0 ? 'volunteers.reimbursement.near' : 'volunteers.saved')
    return c.redirect(`/volunteers/${volunteer.id}/reimbursements?year=${form.data.day.slice(0, 4)}`, 303)
  })

  routes.post(`${base}/:reimbursementId/cancellation`, may(noteReimbursements), async (c) => {
    const { id } = await fileOf(needs, c)
    const reimbursementId = c.req.param('reimbursementId') ?? ''
    if (!(await actions.cancelReimbursement(needs, staffOf(c), id, reimbursementId)))
      changedMeanwhile({ subject: { type: 'volunteer', id }, now: `/volunteers/${id}/reimbursements` })
    leaveFlash(c, 'volunteers.saved')
    return c.redirect(`/volunteers/${id}/reimbursements`, 303)
  })

  declarationRoutes(routes, needs, `${base}/declaration`)
}

function declarationRoutes(routes: Routes, needs: Needs, path: string): void {
  routes.get(path, may(noteReimbursements), async (c) => {
    const { id } = await fileOf(needs, c)
    const year = askedYear(c)
    const kept = await needs.transact(staffOf(c), (tx) => declarationOf(tx, id, year))
    return declarationPage(c, id, year, declarationValuesOf(kept))
  })

  routes.post(path, may(noteReimbursements), async (c) => {
    const { id } = await fileOf(needs, c)
    const form = await parseForm(c, declarationForm)
    if (!form.ok) return declarationPage(c, id, askedYear(c, form.values.year), form.values, form.errors)
    const asked = { volunteerId: id, today: c.get('t').today, input: form.data }
    if ((await actions.declare(needs, staffOf(c), asked)) === 'changed')
      changedMeanwhile({ subject: { type: 'volunteer', id }, now: c.req.path, typed: form.values })
    leaveFlash(c, 'volunteers.saved')
    return c.redirect(`/volunteers/${id}/reimbursements?year=${form.data.year}`, 303)
  })
}

/** Whose file is frozen, for the list by name and by year that the law asks: it is read, and nothing is added. */
async function frozenAccountsOf({ transact }: Needs, c: Ctx): Promise<AccountsOf | undefined> {
  const file = await frozenFileOf({ transact }, c)
  if (!file) return undefined
  return transact(staffOf(c), async (tx) => {
    const name = await frozenNameOnAccounts(tx, file.id)
    if (name === undefined) return undefined
    tx.audit({
      action: 'read reimbursements',
      subject: { type: 'volunteer', id: file.id },
      reason: 'list of a year',
    })
    return { id: file.id, name, frozenOn: file.since }
  })
}

type Typed = { readonly id?: string; readonly values: FormValues; readonly errors?: FormErrors }

async function yearPage(needs: Needs, c: Ctx, volunteer: AccountsOf, typed: Typed): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const asked = askedYear(c, typed.errors ? String(typed.values.day ?? '').slice(0, 4) : undefined)
  const year = await needs.transact(actor, (tx) => reimbursementYear(tx, volunteer.id, asked, t.today))
  const form = filledForm(t, typed.values, typed.errors)
  const mayWrite = noteReimbursements.allows(actor) && volunteer.frozenOn === null
  const writing = mayWrite ? { form, id: typed.id ?? uuidv7() } : undefined
  return workplacePage(
    c,
    { title: t('volunteers.reimbursement.title') },
    <ReimbursementsPage t={t} volunteer={volunteer} year={year} writing={writing} />,
    typed.errors ? 422 : 200,
  )
}

function declarationPage(c: Ctx, id: string, year: number, values: FormValues, errors?: FormErrors): Response {
  const t = c.get('t')
  return workplacePage(
    c,
    { title: t('volunteers.declaration.title') },
    <DeclarationPage
      t={t}
      form={filledForm(t, values, errors)}
      year={year}
      base={`/volunteers/${id}/reimbursements`}
    />,
    errors ? 422 : 200,
  )
}

const blank = (today: string): FormValues => ({ day: today, kind: 'lumpSum', activity: ordinary })
