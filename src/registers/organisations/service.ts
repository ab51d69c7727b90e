import { daysBetween, type IsoDate } from '@meernet/calendar'
import { type Language, spokenLanguages } from '../../platform/messages/index.ts'

/** Whether one can go there: yes, not for a while, no more. */
export const serviceStatuses = ['active', 'temporarilyClosed', 'ended'] as const
export type ServiceStatus = (typeof serviceStatuses)[number]

/** How one gets to it or gets help from it. */
export const waysIn = ['wheelchair', 'publicTransport', 'phone', 'online', 'homeVisit'] as const
export type WayIn = (typeof waysIn)[number]

/** Where it works: in some neighbourhoods, in the whole municipality, or also outside it. */
export const reaches = ['neighbourhoods', 'municipality', 'beyond'] as const
export type Reach = (typeof reaches)[number]

/** What a resident reads, in one language. */
export type ServiceText = {
  readonly language: Language
  readonly description: string
  /** How one gets it: whom to call, what to bring. */
  readonly howToReach: string | null
  readonly conditions: string | null
}

/** Something an organisation offers to people. Days are in Brussels time. */
export type Service = {
  readonly id: string
  readonly organisationId: string
  readonly organisationName: string
  /** Data zone of the partner that keeps it up to date; null: the municipality does. */
  readonly zoneId: string | null
  readonly name: string
  readonly alternateName: string | null
  readonly status: ServiceStatus
  readonly tags: readonly string[]
  readonly groups: readonly string[]
  readonly reach: Reach
  readonly neighbourhoodIds: readonly string[]
  readonly languages: readonly string[]
  readonly isFree: boolean
  readonly feesDescription: string | null
  readonly accessibility: readonly WayIn[]
  readonly phone: string | null
  readonly email: string | null
  readonly website: string | null
  readonly streetAddress: string | null
  readonly postalCode: string | null
  readonly city: string | null
  readonly openingHours: string | null
  readonly waitingWeeks: number | null
  readonly waitingMeasuredOn: IsoDate | null
  readonly verifiedOn: IsoDate
  readonly texts: readonly ServiceText[]
  readonly version: number
}

/** What a form may change, with the organisation it belongs to. */
export type ServiceInput = Omit<Service, 'organisationName' | 'zoneId' | 'verifiedOn' | 'version'>

/** After so many days without a look, what the map says is shown with a warning (chapter 6 of the domain guide: 12 months). */
export const staleAfterDays = 365

/** Whether nobody looked for a year whether what the map says is still right. */
export function isStale({ verifiedOn }: Pick<Service, 'verifiedOn'>, today: IsoDate): boolean {
  return daysBetween(verifiedOn, today) > staleAfterDays
}

/** The text to show to who reads `language`: that one, else Dutch, else the first there is. */
export function textFor(texts: readonly ServiceText[], language: Language): ServiceText | undefined {
  return texts.find((text) => text.language === language) ?? texts.find((text) => text.language === 'nl') ?? texts.at(0)
}

/** Whether `code` is a language people may speak in a service: one of the usual ones, or any other that has a name. */
export function isSpokenLanguage(code: string): boolean {
  return spokenLanguages.includes(code) || (/^[a-z]{2,3}$/.test(code) && englishNames.of(code) !== code)
}

const englishNames = new Intl.DisplayNames('en', { type: 'language' })
