import type { IsoDate } from '@meernet/calendar'
import type { StaffActor } from '../../platform/access/actor.ts'
import type { Transact, Tx } from '../../platform/database/transact.ts'
import { type OrganisationForm, type ServiceForm, textsFrom } from './forms.ts'
import { mayChangeOfferOf, type OrganisationInput } from './organisation.ts'
import { changeOrganisation, createOrganisations, organisationById } from './organisation-store.ts'
import { reindexServicesOf } from './search/service-document-store.ts'
import type { ServiceInput } from './service.ts'
import { changeService, createServices, serviceById, verifyService } from './service-store.ts'

type Needs = { readonly transact: Transact }

/** `notTheirs`: it is kept up to date by somebody else. `stale`: somebody changed it meanwhile. */
export type Saving = { readonly kind: 'saved' | 'notTheirs' | 'stale' }

/** Adds or changes an organisation; a partner's coordinator the partner's own. */
export function saveOrganisation({ transact }: Needs, actor: StaffActor, form: OrganisationForm): Promise<Saving> {
  return transact(actor, async (tx) => {
    const { version } = form
    const known = version === undefined ? undefined : await organisationById(tx, form.id)
    const organisation = organisationFrom(form, actor)
    if (!mayChangeOfferOf(actor, known ? known.zoneId : organisation.zoneId)) return { kind: 'notTheirs' }
    // A sheet that went into another one is changed there.
    if (known?.mergedInto) return { kind: 'stale' }
    if (version === undefined) await createOrganisations(tx, [organisation])
    else if (!(await changeOrganisation(tx, organisation, version))) return { kind: 'stale' }
    else await reindexServicesOf(tx, organisation.id)
    return { kind: 'saved' }
  })
}

/** Adds or changes a service of an organisation whose offer the actor may change. */
export function saveService(
  { transact }: Needs,
  actor: StaffActor,
  form: ServiceForm,
  today: IsoDate,
): Promise<Saving> {
  return transact(actor, async (tx) => {
    const { version } = form
    if (!(await mayChange(tx, actor, form))) return { kind: 'notTheirs' }
    const service = serviceFrom(form)
    if (version === undefined) await createServices(tx, [{ ...service, verifiedOn: today }])
    else if (!(await changeService(tx, service, version, today))) return { kind: 'stale' }
    return { kind: 'saved' }
  })
}

/** Notes that all about a service is still right today; undefined when there is no such service. */
export function verify(
  { transact }: Needs,
  actor: StaffActor,
  serviceId: string,
  today: IsoDate,
): Promise<Saving | undefined> {
  return transact(actor, async (tx) => {
    const service = await serviceById(tx, serviceId)
    if (!service) return undefined
    if (!mayChangeOfferOf(actor, service.zoneId)) return { kind: 'notTheirs' }
    await verifyService(tx, serviceId, today)
    return { kind: 'saved' }
  })
}

/** The organisation it goes to, and the one it is of now, must both be theirs. */
async function mayChange(tx: Tx, actor: StaffActor, form: ServiceForm): Promise<boolean> {
  const organisation = await organisationById(tx, form.organisationId)
  const known = form.version === undefined ? undefined : await serviceById(tx, form.id)
  return (
    organisation !== undefined &&
    mayChangeOfferOf(actor, organisation.zoneId) &&
    (known === undefined || mayChangeOfferOf(actor, known.zoneId))
  )
}

/** A partner's organisation stays the partner's; who keeps the map may give one to a partner. */
function organisationFrom(form: OrganisationForm, actor: StaffActor): OrganisationInput {
  return {
    id: form.id,
    zoneId: actor.role === 'partnerCoordinator' ? actor.zoneId : (form.zoneId ?? null),
    name: form.name,
    alternateName: form.alternateName ?? null,
    legalForm: form.legalForm ?? null,
    enterpriseNumber: form.enterpriseNumber ?? null,
    description: form.description ?? null,
    phone: form.phone ?? null,
    email: form.email ?? null,
    website: form.website ?? null,
  }
}

function serviceFrom(form: ServiceForm): ServiceInput {
  const { waitingWeeks = null } = form
  return {
    id: form.id,
    organisationId: form.organisationId,
    name: form.name,
    alternateName: form.alternateName ?? null,
    status: form.status,
    tags: form.tags,
    groups: form.groups,
    reach: form.reach,
    neighbourhoodIds: form.reach === 'neighbourhoods' ? form.neighbourhoodIds : [],
    languages: form.languages,
    isFree: form.cost === 'free',
    feesDescription: form.feesDescription ?? null,
    accessibility: form.accessibility,
    phone: form.phone ?? null,
    email: form.email ?? null,
    website: form.website ?? null,
    streetAddress: form.streetAddress ?? null,
    postalCode: form.postalCode ?? null,
    city: form.city ?? null,
    openingHours: form.openingHours ?? null,
    waitingWeeks,
    waitingMeasuredOn: waitingWeeks === null ? null : (form.waitingMeasuredOn ?? null),
    texts: textsFrom(form),
  }
}
