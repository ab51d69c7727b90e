import type { Organisation } from '../organisation.ts'
import { type Service, type ServiceStatus, textFor, waysIn } from '../service.ts'
import { derivedId } from './derived-id.ts'
import type {
  HsdsAttribute,
  HsdsLocation,
  HsdsOrganization,
  HsdsPhone,
  HsdsService,
  HsdsServiceAtLocation,
  HsdsServiceSummary,
} from './hsds.ts'
import { type AttributeKind, termOf } from './terms.ts'

/** What is said of an organisation to others: all but who keeps it here. */
export type PublishedOrganisation = Omit<Organisation, 'zoneId' | 'endedOn' | 'mergedInto' | 'version'>

/** A service with what stands around it. */
export type PublishedService = {
  readonly service: Omit<Service, 'zoneId' | 'version'>
  readonly organisation: PublishedOrganisation
  /** Neighbourhoods it works in, when not the whole municipality. */
  readonly neighbourhoods: readonly { readonly id: string; readonly name: string }[]
}

/** Scheme of the Crossroads Bank for Enterprises in the list of org-id.guide. */
const enterpriseScheme = 'BE-BCE_KBO'

/** An organisation as HSDS. */
export function hsdsOrganization(organisation: PublishedOrganisation): HsdsOrganization {
  const { id, enterpriseNumber } = organisation
  return {
    id,
    name: organisation.name,
    ...given('alternate_name', organisation.alternateName),
    description: organisation.description ?? '',
    ...given('email', organisation.email),
    ...given('website', organisation.website),
    ...given('legal_status', organisation.legalForm),
    ...given('phones', phonesOf(id, organisation.phone)),
    ...given(
      'organization_identifiers',
      enterpriseNumber && [
        {
          id: derivedId(id, 'enterprise number'),
          identifier_scheme: enterpriseScheme,
          identifier_type: 'Enterprise number',
          identifier: enterpriseNumber,
        },
      ],
    ),
  }
}

/** A service as HSDS, without its parts: what a list shows. */
export function hsdsSummary({ service, organisation }: PublishedService): HsdsServiceSummary {
  const main = textFor(service.texts, 'nl')
  return {
    id: service.id,
    name: service.name,
    ...given('alternate_name', service.alternateName),
    ...given('description', main?.description),
    ...given('url', service.website),
    ...given('email', service.email),
    status: statuses[service.status],
    ...given('application_process', main?.howToReach),
    ...given('fees_description', service.feesDescription),
    ...given('eligibility_description', main?.conditions),
    assured_date: service.verifiedOn,
    organization: hsdsOrganization(organisation),
  }
}

/** A service as HSDS with all its parts. Reading it back (`readHsds`) gives the same service. */
export function hsdsService(published: PublishedService, municipalityName: string): HsdsService {
  const { service, neighbourhoods } = published
  const { id } = service
  return {
    ...hsdsSummary(published),
    ...given('phones', phonesOf(id, service.phone)),
    ...given(
      'schedules',
      service.openingHours && [{ id: derivedId(id, 'opening hours'), description: service.openingHours }],
    ),
    service_areas:
      service.reach === 'neighbourhoods'
        ? neighbourhoods.map((one) => ({
            id: derivedId(id, 'area', one.id),
            name: one.name,
            uri: `urn:uuid:${one.id}`,
          }))
        : [{ id: derivedId(id, 'area'), name: municipalityName }],
    ...given('service_at_locations', placesOf(service)),
    languages: service.languages.map((code) => ({ id: derivedId(id, 'language', code), name: nameOf(code), code })),
    ...(service.isFree && {
      cost_options: [{ id: derivedId(id, 'free'), option: 'free', currency: 'EUR', amount: 0 }],
    }),
    attributes: attributesOf(service),
  }
}

/** Where it is done; nothing for a service without an address. Its identifier is the service's, for there is at most one. */
export function hsdsServiceAtLocation(service: PublishedService['service']): HsdsServiceAtLocation | undefined {
  const { id, streetAddress, postalCode, city } = service
  if (streetAddress === null && postalCode === null && city === null) return undefined
  const location: HsdsLocation = {
    id: derivedId(id, 'location'),
    location_type: 'physical',
    addresses: [
      {
        id: derivedId(id, 'address'),
        address_1: streetAddress ?? '',
        city: city ?? '',
        state_province: '',
        postal_code: postalCode ?? '',
        country: 'BE',
        address_type: 'physical',
      },
    ],
    ...(service.accessibility.includes('wheelchair') && {
      accessibility: [{ id: derivedId(id, 'wheelchair'), description: 'wheelchair' }],
    }),
  }
  return { id, location }
}

const placesOf = (service: PublishedService['service']) => {
  const place = hsdsServiceAtLocation(service)
  return place && [place]
}

const statuses: Readonly<Record<ServiceStatus, HsdsService['status']>> = {
  active: 'active',
  temporarilyClosed: 'temporarily closed',
  ended: 'defunct',
}

function attributesOf(service: PublishedService['service']): readonly HsdsAttribute[] {
  const main = textFor(service.texts, 'nl')
  const attribute = (kind: AttributeKind, choice: string | undefined, value: string): HsdsAttribute => {
    const taxonomy_term = termOf(kind, choice)
    return {
      id: derivedId(service.id, taxonomy_term.code, kind === 'text' ? '' : value),
      link_entity: 'service',
      value,
      taxonomy_term,
    }
  }
  const texts = service.texts.flatMap(({ language, description, howToReach, conditions }) =>
    language === main?.language
      ? []
      : Object.entries({ description, howToReach, conditions }).flatMap(([field, text]) =>
          text === null ? [] : [attribute('text', `${language}:${field}`, text)],
        ),
  )
  const { waitingWeeks, waitingMeasuredOn } = service
  return [
    attribute('reach', undefined, service.reach),
    ...(main ? [attribute('textLanguage', undefined, main.language)] : []),
    ...service.tags.map((tag) => attribute('tag', undefined, tag)),
    ...service.groups.map((code) => attribute('group', code, code)),
    ...waysIn.filter((way) => service.accessibility.includes(way)).map((way) => attribute('way', way, way)),
    ...texts,
    ...(waitingWeeks === null ? [] : [attribute('waitingWeeks', undefined, String(waitingWeeks))]),
    ...(waitingMeasuredOn === null ? [] : [attribute('waitingMeasuredOn', undefined, waitingMeasuredOn)]),
  ]
}

const phonesOf = (owner: string, number: string | null): readonly HsdsPhone[] | undefined =>
  number === null ? undefined : [{ id: derivedId(owner, 'phone'), number, type: 'voice' }]

/** English name of a language, its code when unknown. */
const nameOf = (code: string) => englishNames.of(code) ?? code
const englishNames = new Intl.DisplayNames('en', { type: 'language' })

/** The property when there is something to say; HSDS leaves out what is empty. */
function given<Key extends string, Value>(
  key: Key,
  value: Value | null | undefined | '',
): { readonly [name in Key]?: Value } {
  return value === null || value === undefined || value === '' ? {} : ({ [key]: value } as { [name in Key]: Value })
}
