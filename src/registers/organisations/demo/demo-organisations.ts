import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import { createOrganisations } from '../organisation-store.ts'
import { createServices } from '../service-store.ts'
import { careAtHome } from './care-at-home.ts'
import type { DemoService } from './demo-service.ts'
import { meetingAndFamily } from './meeting-and-family.ts'
import { type DemoOrganisation, demoOrganisationList } from './organisations.ts'
import { rightsAndMoney } from './rights-and-money.ts'

/** What the offer of Netegem is put into: data zones (partners by the key of `demoPartners`) and neighbourhoods. */
export type DemoPlacing = {
  readonly zones: {
    readonly ocmw: string
    readonly municipality: string
    readonly partners: Readonly<Record<string, string>>
  }
  readonly neighbourhoods: readonly { readonly id: string; readonly name: string }[]
}

/** Identifiers of what was made: organisations by key, services by name. */
export type DemoOffer = {
  readonly organisations: Readonly<Record<string, string>>
  readonly services: Readonly<Record<string, string>>
}

/** Loads 13 organisations with 30 services: fresh and stale, with and without a waiting list, in up to four languages. */
export async function demoOrganisations(tx: Tx, world: DemoWorld, placing: DemoPlacing): Promise<DemoOffer> {
  const organisations = Object.fromEntries(demoOrganisationList.map(({ key }) => [key, world.id()]))
  await createOrganisations(
    tx,
    demoOrganisationList.map((one) => ({
      id: organisations[one.key] ?? world.id(),
      zoneId: zoneOf(one, placing),
      name: one.name,
      alternateName: null,
      legalForm: one.legalForm,
      enterpriseNumber: null,
      description: one.description,
      phone: one.phone,
      email: `info@${one.site}`,
      website: `https://${one.site}`,
    })),
  )
  const services = [...rightsAndMoney, ...careAtHome, ...meetingAndFamily].map((service) => ({
    ...inputOf(service, world, placing),
    organisationId: organisations[service.by] ?? '',
    id: world.id(),
  }))
  await createServices(tx, services)
  return { organisations, services: Object.fromEntries(services.map(({ name, id }) => [name, id])) }
}

function zoneOf({ key, zone }: DemoOrganisation, { zones }: DemoPlacing): string | null {
  if (zone === 'partner') return zones.partners[key] ?? null
  return zone === null ? null : zones[zone]
}

function inputOf(service: DemoService, world: DemoWorld, { neighbourhoods }: DemoPlacing) {
  const { where = 'municipality' } = service
  const [waitingWeeks, measuredDaysAgo] = service.waiting ?? [null, null]
  return {
    name: service.name,
    alternateName: null,
    status: service.status ?? 'active',
    tags: service.tags,
    groups: service.groups ?? [],
    reach: typeof where === 'string' ? where : ('neighbourhoods' as const),
    neighbourhoodIds:
      typeof where === 'string' ? [] : neighbourhoods.filter(({ name }) => where.includes(name)).map(({ id }) => id),
    languages: service.languages ?? ['nl'],
    isFree: service.fees === undefined,
    feesDescription: service.fees ?? null,
    accessibility: service.ways ?? [],
    phone: service.phone,
    email: null,
    website: null,
    streetAddress: service.street ?? null,
    postalCode: service.street ? '9999' : null,
    city: service.street ? 'Netegem' : null,
    openingHours: service.hours ?? null,
    waitingWeeks,
    waitingMeasuredOn: measuredDaysAgo === null ? null : world.day(-measuredDaysAgo),
    verifiedOn: world.day(-service.verifiedDaysAgo),
    texts: (['nl', 'fr', 'en', 'ar'] as const).flatMap((language) => {
      const text = service.texts[language]
      if (!text) return []
      const [description, howToReach = null, conditions = null] = text
      return [{ language, description, howToReach, conditions }]
    }),
  }
}
