import { uuidv7 } from 'uuidv7'
import type { Transact } from '../../platform/database/transact.ts'
import {
  type Ctx,
  changedMeanwhile,
  conflict,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../platform/http/index.ts'
import { composePlaces } from './access.ts'
import { composeNeighbourhood, dissolveNeighbourhood } from './actions.ts'
import { toComposeOf } from './composition.ts'
import { drawingPage } from './drawn/drawing-page.tsx'
import { compositionForm, valuesOf } from './forms.ts'
import { isUuid, ownAsked } from './neighbourhood-asked.ts'
import type { Neighbourhood } from './place.ts'
import { madeOfNow } from './versions/version-store.ts'
import { CompositionPage } from './views/composition-page.tsx'

type Needs = { readonly transact: Transact }

/** Composing, changing and dissolving neighbourhoods of one's own. */
export function compositionRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/places/new', may(composePlaces), (c) => formPage(c, needs, { id: uuidv7() }))

  routes.post('/places', may(composePlaces), (c) => save(c, needs))

  routes.get('/places/:id/edit', may(composePlaces), async (c) => {
    const neighbourhood = await ownAsked(c, transact)
    const made = await transact(staffOf(c), (tx) => madeOfNow(tx, neighbourhood.id))
    const values = valuesOf(neighbourhood, made)
    return neighbourhood.origin === 'drawn'
      ? drawingPage(c, needs, values, neighbourhood)
      : formPage(c, needs, values, neighbourhood)
  })

  routes.post('/places/:id', may(composePlaces), async (c) => save(c, needs, await ownAsked(c, transact, 'composed')))

  routes.post('/places/:id/dissolution', may(composePlaces), (c) => dissolve(c, needs, c.get('t').today))

  routes.post('/places/:id/dissolution/removal', may(composePlaces), (c) => dissolve(c, needs, null))
}

async function save(c: Ctx, needs: Needs, existing?: Neighbourhood): Promise<Response> {
  const form = await parseForm(c, compositionForm)
  if (!form.ok) return formPage(c, needs, form.values, existing, form.errors)
  if (existing && form.data.version === undefined) conflict('form without version')
  const saved = await composeNeighbourhood(needs, staffOf(c), { ...form.data, id: existing?.id ?? form.data.id })
  if (saved.kind === 'changed') {
    const id = existing?.id ?? form.data.id
    changedMeanwhile({ subject: { type: 'neighbourhood', id }, now: `/places/${id}`, typed: form.values })
  }
  if (saved.kind === 'refused')
    return formPage(c, needs, form.values, existing, [{ field: saved.field, key: saved.reason, values: {} }])
  leaveFlash(c, 'places.saved')
  return c.redirect(`/places/${saved.id}`, 303)
}

/** Out of use from `day`, or in use again with null. */
async function dissolve(c: Ctx, needs: Needs, day: string | null): Promise<Response> {
  const neighbourhood = await ownAsked(c, needs.transact)
  if (!(await dissolveNeighbourhood(needs, staffOf(c), neighbourhood, day))) conflict('name of neighbourhood is taken')
  leaveFlash(c, day === null ? 'places.restored' : 'places.dissolved')
  return c.redirect(`/places/${neighbourhood.id}`, 303)
}

async function formPage(
  c: Ctx,
  { transact }: Needs,
  values: FormValues,
  existing?: Neighbourhood,
  errors?: FormErrors,
): Promise<Response> {
  const t = c.get('t')
  // Of the edition that was chosen from, so that what is ticked stays in sight.
  const chosen = [values.areaIds, values.sectorIds, values.districtIds].flatMap((ids) => ids ?? []).filter(isUuid)
  const choices = await transact(staffOf(c), (tx) => toComposeOf(tx, chosen))
  return workplacePage(
    c,
    { title: t(existing ? 'places.edit' : 'places.new') },
    <CompositionPage t={t} form={filledForm(t, values, errors)} existing={existing} choices={choices} />,
    errors ? 422 : 200,
  )
}
