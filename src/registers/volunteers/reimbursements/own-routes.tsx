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
  printPage,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { keepOwnFile } from '../access.ts'
import { ownFileForChange } from '../own-file.ts'
import { volunteerOf } from '../volunteer-store.ts'
import { declare } from './actions.ts'
import { askedYear } from './asked-year.ts'
import { declarationForm, declarationValuesOf } from './forms.ts'
import { declarationOf } from './reimbursement-store.ts'
import { reimbursementYear } from './reimbursement-year.ts'
import { DeclarationPage } from './views/declaration-page.tsx'
import { OwnReimbursementsPage, ownBase, ReimbursementSheet } from './views/own-reimbursements-page.tsx'

type Needs = { readonly transact: Transact }

/** What a volunteer was reimbursed, to read and print, and the own declaration. */
export function ownReimbursementRoutes(routes: Routes, needs: Needs): void {
  routes.get(ownBase, may(keepOwnFile), async (c) => {
    const t = c.get('t')
    const { year, mayDeclare } = await ownYear(c)
    return workplacePage(
      c,
      { title: t('volunteers.reimbursement.own') },
      <OwnReimbursementsPage t={t} year={year} mayDeclare={mayDeclare} />,
    )
  })

  routes.get(`${ownBase}/print`, may(keepOwnFile), async (c) => {
    const t = c.get('t')
    const { year, name } = await ownYear(c)
    const back = { href: `${ownBase}?year=${year.year}`, text: t('volunteers.reimbursement.own') }
    return printPage(
      c,
      { title: t('volunteers.reimbursement.own'), back },
      <ReimbursementSheet t={t} year={year} name={name} />,
    )
  })

  routes.get(`${ownBase}/declaration`, may(keepOwnFile), async (c) => {
    const year = askedYear(c)
    const { id } = await ownFileToChange(c)
    const kept = await needs.transact(staffOf(c), (tx) => declarationOf(tx, id, year))
    return declarationPage(c, year, declarationValuesOf(kept))
  })

  routes.post(`${ownBase}/declaration`, may(keepOwnFile), async (c) => {
    const { id } = await ownFileToChange(c)
    const form = await parseForm(c, declarationForm)
    if (!form.ok) return declarationPage(c, askedYear(c, form.values.year), form.values, form.errors)
    const asked = { volunteerId: id, today: c.get('t').today, input: form.data }
    if ((await declare(needs, staffOf(c), asked)) === 'changed')
      changedMeanwhile({ subject: { type: 'volunteer', id }, now: `${ownBase}/declaration`, typed: form.values })
    leaveFlash(c, 'volunteers.saved')
    return c.redirect(`${ownBase}?year=${form.data.year}`, 303)
  })

  const ownFile = (c: Ctx) =>
    needs.transact(
      staffOf(c),
      async (tx) => (await volunteerOf(tx, staffOf(c).userId)) ?? notFound('volunteer', 'of this account'),
    )

  const ownFileToChange = (c: Ctx) => needs.transact(staffOf(c), (tx) => ownFileForChange(tx, staffOf(c).userId))

  async function ownYear(c: Ctx) {
    const { id, name, frozenOn } = await ownFile(c)
    const { today } = c.get('t')
    const year = await needs.transact(staffOf(c), (tx) => reimbursementYear(tx, id, askedYear(c), today))
    return { name, year, mayDeclare: frozenOn === null }
  }
}

function declarationPage(c: Ctx, year: number, values: FormValues, errors?: FormErrors): Response {
  const t = c.get('t')
  return workplacePage(
    c,
    { title: t('volunteers.declaration.title') },
    <DeclarationPage t={t} form={filledForm(t, values, errors)} year={year} base={ownBase} />,
    errors ? 422 : 200,
  )
}
