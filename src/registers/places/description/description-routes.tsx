import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  changedMeanwhile,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { composePlaces } from '../access.ts'
import { neighbourhoodsChanged } from '../events.ts'
import { neighbourhoodAsked } from '../neighbourhood-asked.ts'
import type { Neighbourhood } from '../place.ts'
import { DescriptionPage } from './description-page.tsx'
import { type Description, describe } from './description-store.ts'
import { descriptionForm } from './forms.ts'

type Needs = { readonly transact: Transact }

/** Saying of a neighbourhood, published or our own, what kind it is, how people call it, and what they would say of it. */
export function descriptionRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/places/:id/description', may(composePlaces), async (c) => {
    const neighbourhood = await neighbourhoodAsked(c, transact)
    return page(c, neighbourhood, valuesOf(neighbourhood))
  })

  routes.post('/places/:id/description', may(composePlaces), async (c) => {
    const neighbourhood = await neighbourhoodAsked(c, transact)
    const form = await parseForm(c, descriptionForm)
    if (!form.ok) return page(c, neighbourhood, form.values, form.errors)
    const { version, areaType = null, knownAs = null, description = null } = form.data
    const now = `/places/${neighbourhood.id}`
    if (!(await save(c, neighbourhood, { areaType, knownAs, description }, version)))
      changedMeanwhile({ subject: { type: 'neighbourhood', id: neighbourhood.id }, now, typed: form.values })
    leaveFlash(c, 'places.described')
    return c.redirect(now, 303)
  })

  function save(c: Ctx, { id }: Neighbourhood, said: Description, version: number): Promise<boolean> {
    return transact(staffOf(c), async (tx) => {
      if (!(await describe(tx, id, said, version))) return false
      tx.audit({ action: 'describe neighbourhood', subject: { type: 'neighbourhood', id } })
      await tx.publish(neighbourhoodsChanged, { neighbourhoodId: id })
      return true
    })
  }
}

const valuesOf = ({ version, areaType, knownAs, description }: Neighbourhood): FormValues => ({
  version: String(version),
  areaType: areaType ?? '',
  knownAs: knownAs ?? '',
  description: description ?? '',
})

function page(c: Ctx, neighbourhood: Neighbourhood, values: FormValues, errors?: FormErrors) {
  const t = c.get('t')
  return workplacePage(
    c,
    { title: t('places.describe') },
    <DescriptionPage t={t} neighbourhood={neighbourhood} form={filledForm(t, values, errors)} />,
    errors ? 422 : 200,
  )
}
