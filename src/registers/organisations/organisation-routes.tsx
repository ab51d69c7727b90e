import { uuidv7 } from 'uuidv7'
import type { Transact } from '../../platform/database/transact.ts'
import {
  type Ctx,
  conflict,
  type FormErrors,
  type FormValues,
  filledForm,
  forbidden,
  leaveFlash,
  may,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../platform/http/index.ts'
import { zonesIn } from '../municipalities/index.ts'
import { changeOffer, exchangeOffer, readOrganisations } from './access.ts'
import { saveOrganisation } from './actions.ts'
import { organisationForm, organisationValues } from './forms.ts'
import { knownOrganisation } from './known-organisation.ts'
import { mayChangeOfferOf } from './organisation.ts'
import { organisationsOf } from './organisation-store.ts'
import { ownZoneOf, refuseUnlessSaved } from './routes.tsx'
import { searchServices } from './search/service-search-store.ts'
import { OrganisationFormPage } from './views/organisation-form-page.tsx'
import { OrganisationPage } from './views/organisation-page.tsx'
import { OrganisationsPage } from './views/organisations-page.tsx'

type Needs = { readonly transact: Transact }

/** The sheets of organisations. */
export function organisationRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/organisations', may(readOrganisations), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const organisations = await transact(actor, (tx) => organisationsOf(tx))
    return workplacePage(
      c,
      { title: t('organisations.title') },
      <OrganisationsPage
        t={t}
        organisations={organisations}
        mayChange={changeOffer.allows(actor)}
        mayMerge={exchangeOffer.allows(actor)}
      />,
    )
  })

  routes.get('/organisations/new', may(changeOffer), (c) => formPage(needs, c, { id: uuidv7() }, {}))

  routes.post('/organisations', may(changeOffer), (c) => save(needs, c))

  routes.get('/organisations/:id', may(readOrganisations), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const shown = await transact(actor, async (tx) => {
      const organisation = await knownOrganisation(tx, c.req.param('id'))
      const zone = (await zonesIn(tx)).find(({ id }) => id === organisation.zoneId)
      const found = await searchServices(tx, { organisationId: organisation.id, limit: 200, textLanguage: t.language })
      return { organisation, keeper: zone?.name, services: found.services }
    })
    if (shown.organisation.mergedInto) return c.redirect(`/organisations/${shown.organisation.mergedInto}`, 303)
    return workplacePage(
      c,
      { title: shown.organisation.name },
      <OrganisationPage t={t} {...shown} mayChange={mayChangeOfferOf(actor, shown.organisation.zoneId)} />,
    )
  })

  routes.get('/organisations/:id/edit', may(changeOffer), async (c) => {
    const actor = staffOf(c)
    const organisation = await transact(actor, (tx) => knownOrganisation(tx, c.req.param('id')))
    if (!mayChangeOfferOf(actor, organisation.zoneId)) forbidden('sheet of another organisation')
    return formPage(
      needs,
      c,
      { id: organisation.id, version: String(organisation.version) },
      organisationValues(organisation),
    )
  })

  routes.post('/organisations/:id', may(changeOffer), (c) => save(needs, c))
}

async function save(needs: Needs, c: Ctx): Promise<Response> {
  const form = await parseForm(c, organisationForm)
  const pathId = c.req.param('id')
  if (!form.ok) {
    const version = pathId === undefined ? undefined : String(form.values.version ?? '')
    return formPage(needs, c, { id: pathId ?? String(form.values.id ?? uuidv7()), version }, form.values, form.errors)
  }
  const id = pathId ?? form.data.id
  const version = pathId === undefined ? undefined : (form.data.version ?? conflict('no version in the form'))
  const saving = await saveOrganisation(needs, staffOf(c), { ...form.data, id, version })
  refuseUnlessSaved(saving, { type: 'organisation', id }, form.values)
  leaveFlash(c, 'organisations.saved')
  return c.redirect(`/organisations/${id}`, 303)
}

async function formPage(
  needs: Needs,
  c: Ctx,
  identity: { readonly id: string; readonly version?: string | undefined },
  values: FormValues,
  errors?: FormErrors,
): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const zones = ownZoneOf(actor) ? [] : await needs.transact(actor, zonesIn)
  const { id, version } = identity
  return workplacePage(
    c,
    { title: t(version === undefined ? 'organisations.new' : 'organisations.edit') },
    <OrganisationFormPage t={t} form={filledForm(t, values, errors)} id={id} version={version} zones={zones} />,
    errors ? 422 : 200,
  )
}
