import { addDays } from '@meernet/calendar'
import { uuidv7 } from 'uuidv7'
import type { StaffActor } from '../../platform/access/actor.ts'
import type { Transact } from '../../platform/database/transact.ts'
import {
  type Ctx,
  changedMeanwhile,
  conflict,
  type FormErrors,
  type FormValues,
  filledForm,
  forbidden,
  leaveFlash,
  may,
  type NavigationEntry,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../platform/http/index.ts'
import { neighbourhoodsOf } from '../places/index.ts'
import { changeOffer, exchangeOffer, readOffer, readOrganisations } from './access.ts'
import { type Saving, saveService, verify } from './actions.ts'
import { serviceForm, serviceValues } from './forms.ts'
import { knownOrganisation } from './known-organisation.ts'
import { mayChangeOfferOf } from './organisation.ts'
import { organisationsOf } from './organisation-store.ts'
import { serviceShown, servicesListed } from './public-routes.tsx'
import { staleAfterDays } from './service.ts'
import { filterFrom } from './service-filter.ts'
import { serviceById } from './service-store.ts'
import { ServiceFormPage } from './views/service-form-page.tsx'
import { ServicePage } from './views/service-page.tsx'
import { ServicesPage } from './views/services-page.tsx'

type Needs = { readonly transact: Transact }

export const organisationsNavigation: readonly NavigationEntry[] = [
  { href: '/services', label: 'organisations.services', icon: 'map', rule: readOffer },
  { href: '/organisations', label: 'organisations.title', icon: 'building-2', rule: readOrganisations },
]

/** The service map in the workplace: finding, adding, changing, and saying that it is still right. */
export function serviceRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/services', may(readOffer), (c) => listPage(needs, c))

  routes.get('/services/new', may(changeOffer), async (c) => {
    const organisationId = c.req.query('organisation')
    if (organisationId !== undefined) {
      const organisation = await transact(staffOf(c), (tx) => knownOrganisation(tx, organisationId))
      if (!mayChangeOfferOf(staffOf(c), organisation.zoneId)) forbidden('offer of another organisation')
    }
    return formPage(needs, c, { id: uuidv7() }, { ...emptyService, organisationId })
  })

  routes.post('/services', may(changeOffer), (c) => save(needs, c))

  routes.get('/services/:id', may(readOffer), (c) => servicePage(needs, c))

  routes.get('/services/:id/edit', may(changeOffer), async (c) => {
    const { service } = await shownTo(needs, c, staffOf(c))
    if (!mayChangeOfferOf(staffOf(c), service.zoneId)) forbidden('offer of another organisation')
    return formPage(needs, c, { id: service.id, version: String(service.version) }, serviceValues(service))
  })

  routes.post('/services/:id', may(changeOffer), (c) => save(needs, c))

  routes.post('/services/:id/verification', may(changeOffer), async (c) => {
    const { service } = await shownTo(needs, c, staffOf(c))
    const saving = await verify(needs, staffOf(c), service.id, c.get('t').today)
    if (!saving) notFound('service', service.id)
    refuseUnlessSaved(saving, { type: 'service', id: service.id })
    leaveFlash(c, 'organisations.service.verified')
    const { next } = await c.req.parseBody()
    return c.redirect(next === 'freshness' ? '/services/freshness' : `/services/${service.id}`, 303)
  })
}

async function listPage(needs: Needs, c: Ctx): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const filter = filterFrom(c)
  const mayChange = changeOffer.allows(actor)
  const over = filter.isStale ? { verifiedBefore: addDays(t.today, -staleAfterDays), zoneId: ownZoneOf(actor) } : {}
  const listed = await needs.transact(actor, (tx) => servicesListed(tx, filter, t.language, over))
  return workplacePage(
    c,
    { title: t('organisations.services') },
    <ServicesPage t={t} filter={filter} mayChange={mayChange} mayExchange={exchangeOffer.allows(actor)} {...listed} />,
  )
}

async function servicePage(needs: Needs, c: Ctx): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const shown = await shownTo(needs, c, actor)
  return workplacePage(
    c,
    { title: shown.service.name },
    <ServicePage
      t={t}
      {...shown}
      mayChange={mayChangeOfferOf(actor, shown.service.zoneId)}
      mayReadOrganisation={readOrganisations.allows(actor)}
    />,
  )
}

async function save(needs: Needs, c: Ctx): Promise<Response> {
  const { today } = c.get('t')
  const form = await parseForm(c, serviceForm(today))
  const pathId = c.req.param('id')
  if (!form.ok) {
    const version = pathId === undefined ? undefined : String(form.values.version ?? '')
    return formPage(needs, c, { id: pathId ?? String(form.values.id ?? uuidv7()), version }, form.values, form.errors)
  }
  const id = pathId ?? form.data.id
  const version = pathId === undefined ? undefined : (form.data.version ?? conflict('no version in the form'))
  const saving = await saveService(needs, staffOf(c), { ...form.data, id, version }, today)
  refuseUnlessSaved(saving, { type: 'service', id }, form.values)
  leaveFlash(c, 'organisations.saved')
  return c.redirect(`/services/${id}`, 303)
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
  const choices = await needs.transact(actor, async (tx) => {
    const known = identity.version === undefined ? undefined : await serviceById(tx, identity.id)
    return {
      organisations: await organisationsOf(tx, ownZoneOf(actor)),
      neighbourhoods: await neighbourhoodsOf(tx, { also: known?.neighbourhoodIds }),
    }
  })
  const title = t(identity.version === undefined ? 'organisations.service.new' : 'organisations.service.edit')
  const page = (
    <ServiceFormPage
      t={t}
      form={filledForm(t, values, errors)}
      id={identity.id}
      version={identity.version}
      {...choices}
    />
  )
  return workplacePage(c, { title }, page, errors ? 422 : 200)
}

async function shownTo(needs: Needs, c: Ctx, actor: StaffActor) {
  const id = c.req.param('id') ?? ''
  const shown = await needs.transact(actor, (tx) => serviceShown(tx, id))
  return shown ?? notFound('service', id)
}

const emptyService: FormValues = { status: 'active', reach: 'municipality', languages: ['nl'] }

/** The zone whose offer alone a partner's coordinator keeps; others keep all. */
export const ownZoneOf = (actor: StaffActor) => (actor.role === 'partnerCoordinator' ? actor.zoneId : undefined)

/** Answers 403 when it is somebody else's, 409 with what was typed when somebody changed it meanwhile. */
export function refuseUnlessSaved(
  { kind }: Saving,
  subject: { readonly type: 'service' | 'organisation'; readonly id: string },
  typed?: FormValues,
): void {
  if (kind === 'notTheirs') forbidden('offer of another organisation')
  if (kind === 'stale') changedMeanwhile({ subject, now: `/${subject.type}s/${subject.id}`, typed })
}
