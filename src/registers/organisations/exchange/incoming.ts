import type { IsoDate } from '@meernet/calendar'
import type { OrganisationInput } from '../organisation.ts'
import type { Reach, ServiceInput, ServiceStatus, ServiceText, WayIn } from '../service.ts'

/** What a file says of an organisation; what it does not mention is `undefined` and stays as it is here. */
export type IncomingOrganisation = { readonly id: string; readonly name: string } & {
  readonly [Field in Exclude<keyof OrganisationInput, 'id' | 'name' | 'zoneId'>]: OrganisationInput[Field] | undefined
}

/** What a file says of a service; what it does not mention is `undefined` and stays as it is here. */
export type IncomingService = {
  readonly id: string
  readonly organisationId: string
  readonly name: string
  readonly alternateName: string | undefined
  readonly status: ServiceStatus
  readonly tags: readonly string[] | undefined
  readonly groups: readonly string[] | undefined
  readonly reach: Reach | undefined
  readonly neighbourhoodIds: readonly string[] | undefined
  readonly languages: readonly string[] | undefined
  readonly isFree: boolean | undefined
  readonly feesDescription: string | undefined
  readonly accessibility: readonly WayIn[] | undefined
  readonly phone: string | undefined
  readonly email: string | undefined
  readonly website: string | undefined
  readonly streetAddress: string | undefined
  readonly postalCode: string | undefined
  readonly city: string | undefined
  readonly openingHours: string | undefined
  readonly waitingWeeks: number | undefined
  readonly waitingMeasuredOn: IsoDate | undefined
  /** The day the publisher looked last, or changed it last; undefined when the file tells neither. */
  readonly verifiedOn: IsoDate | undefined
  readonly texts: readonly IncomingText[]
}
export type IncomingText = {
  readonly language: ServiceText['language']
  readonly description: string | undefined
  readonly howToReach: string | undefined
  readonly conditions: string | undefined
}

/** A file in our own words: each organisation and service once. */
export type Incoming = {
  readonly organisations: readonly IncomingOrganisation[]
  readonly services: readonly IncomingService[]
}

/** The organisation as it will be: what the file says, else what we have, else nothing. */
export function organisationWith(
  incoming: IncomingOrganisation,
  known: OrganisationInput | undefined,
): OrganisationInput {
  return {
    id: incoming.id,
    zoneId: known?.zoneId ?? null,
    name: incoming.name,
    alternateName: incoming.alternateName ?? known?.alternateName ?? null,
    legalForm: incoming.legalForm ?? known?.legalForm ?? null,
    enterpriseNumber: incoming.enterpriseNumber ?? known?.enterpriseNumber ?? null,
    description: incoming.description ?? known?.description ?? null,
    phone: incoming.phone ?? known?.phone ?? null,
    email: incoming.email ?? known?.email ?? null,
    website: incoming.website ?? known?.website ?? null,
  }
}

/** The service as it will be, verified on the later of both days; on `today` when nobody says. */
export function serviceWith(
  incoming: IncomingService,
  known: (ServiceInput & { readonly verifiedOn: IsoDate }) | undefined,
  today: IsoDate,
): ServiceInput & { readonly verifiedOn: IsoDate } {
  const days = [incoming.verifiedOn, known?.verifiedOn].filter((day) => day !== undefined).sort()
  return {
    id: incoming.id,
    organisationId: incoming.organisationId,
    name: incoming.name,
    alternateName: incoming.alternateName ?? known?.alternateName ?? null,
    status: incoming.status,
    tags: incoming.tags ?? known?.tags ?? [],
    groups: incoming.groups ?? known?.groups ?? [],
    reach: incoming.reach ?? known?.reach ?? 'municipality',
    neighbourhoodIds: [...(incoming.neighbourhoodIds ?? known?.neighbourhoodIds ?? [])].sort(),
    languages: incoming.languages ?? known?.languages ?? [],
    isFree: incoming.isFree ?? known?.isFree ?? false,
    feesDescription: incoming.feesDescription ?? known?.feesDescription ?? null,
    accessibility: incoming.accessibility ?? known?.accessibility ?? [],
    phone: incoming.phone ?? known?.phone ?? null,
    email: incoming.email ?? known?.email ?? null,
    website: incoming.website ?? known?.website ?? null,
    streetAddress: incoming.streetAddress ?? known?.streetAddress ?? null,
    postalCode: incoming.postalCode ?? known?.postalCode ?? null,
    city: incoming.city ?? known?.city ?? null,
    openingHours: incoming.openingHours ?? known?.openingHours ?? null,
    waitingWeeks: incoming.waitingWeeks ?? known?.waitingWeeks ?? null,
    waitingMeasuredOn: incoming.waitingMeasuredOn ?? known?.waitingMeasuredOn ?? null,
    texts: textsWith(incoming, known?.texts ?? []),
    verifiedOn: days.at(-1) ?? today,
  }
}

/** A language without a description gets the name as its description, for a text is not shown without one. */
function textsWith({ name, texts }: IncomingService, known: readonly ServiceText[]): readonly ServiceText[] {
  const languages = new Set([...known, ...texts].map(({ language }) => language))
  return [...languages].map((language) => {
    const there = known.find((text) => text.language === language)
    const sent = texts.find((text) => text.language === language)
    return {
      language,
      description: sent?.description ?? there?.description ?? name,
      howToReach: sent?.howToReach ?? there?.howToReach ?? null,
      conditions: sent?.conditions ?? there?.conditions ?? null,
    }
  })
}
