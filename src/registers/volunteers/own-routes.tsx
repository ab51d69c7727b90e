import type { Transact } from '../../platform/database/transact.ts'
import {
  badRequest,
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
} from '../../platform/http/index.ts'
import { keepOwnFile } from './access.ts'
import { changeRefusal, saveWishes } from './actions.ts'
import { careOf, ownCareRoutes } from './care/index.ts'
import { refusalForm, valuesOf, wishForm } from './forms.ts'
import { ownFileForChange } from './own-file.ts'
import { findPlaces, refusedPlaces } from './refused-places.ts'
import { ownReimbursementRoutes } from './reimbursements/index.ts'
import { NoFilePage, OwnFilePage } from './views/own-file-page.tsx'
import type { Volunteer } from './volunteer.ts'
import { volunteerOf } from './volunteer-store.ts'

type Needs = { readonly transact: Transact }

/** The own file of whoever is a volunteer. */
export function ownVolunteerRoutes(routes: Routes, needs: Needs): void {
  ownReimbursementRoutes(routes, needs)
  ownCareRoutes(routes, needs)

  routes.get('/my-volunteering', may(keepOwnFile), async (c) => {
    const t = c.get('t')
    const volunteer = await ownFile(needs, c)
    if (volunteer) return ownPage(needs, c, volunteer, valuesOf(volunteer))
    return workplacePage(c, { title: t('volunteers.own.title') }, <NoFilePage t={t} />)
  })

  routes.post('/my-volunteering/wishes', may(keepOwnFile), async (c) => {
    const volunteer = await ownFileToChange(needs, c)
    const form = await parseForm(c, wishForm)
    if (!form.ok) return ownPage(needs, c, volunteer, form.values, form.errors)
    const { version, ...wishes } = form.data
    const saved = await saveWishes(needs, staffOf(c), { id: volunteer.id, version, wishes })
    if (saved.kind === 'changed')
      changedMeanwhile({
        subject: { type: 'volunteer', id: volunteer.id },
        now: '/my-volunteering',
        typed: form.values,
      })
    leaveFlash(c, 'volunteers.saved')
    return c.redirect('/my-volunteering', 303)
  })

  for (const [path, isRefused] of [
    ['/my-volunteering/refusals', true],
    ['/my-volunteering/refusals/removal', false],
  ] as const)
    routes.post(path, may(keepOwnFile), async (c) => {
      const { id } = await ownFileToChange(needs, c)
      const form = await parseForm(c, refusalForm)
      if (!form.ok) badRequest('place that a volunteer refuses')
      const change = { id, refusal: form.data, isRefused }
      if (!(await changeRefusal(needs, staffOf(c), change))) notFound('place', form.data.placeId)
      return c.redirect('/my-volunteering#refusals', 303)
    })
}

const ownFile = ({ transact }: Needs, c: Ctx) => transact(staffOf(c), (tx) => volunteerOf(tx, staffOf(c).userId))
const ownFileToChange = ({ transact }: Needs, c: Ctx) =>
  transact(staffOf(c), (tx) => ownFileForChange(tx, staffOf(c).userId))

async function ownPage(
  needs: Needs,
  c: Ctx,
  volunteer: Volunteer,
  values: FormValues,
  errors?: FormErrors,
): Promise<Response> {
  const t = c.get('t')
  const typed = c.req.query('q')?.trim() ?? ''
  const places = await needs.transact(staffOf(c), async (tx) => ({
    refused: await refusedPlaces(tx, volunteer),
    found: await findPlaces(tx, typed),
    care: await careOf(tx, volunteer.id),
  }))
  return workplacePage(
    c,
    { title: t('volunteers.own.title') },
    <OwnFilePage
      t={t}
      volunteer={volunteer}
      form={filledForm(t, values, errors)}
      refused={places.refused}
      search={{ typed, found: places.found }}
      care={places.care}
    />,
    errors ? 422 : 200,
  )
}
