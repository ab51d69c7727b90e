import type { IsoDate } from '@meernet/calendar'
import { isLanguage, type Language } from '../../../platform/messages/index.ts'
import { groupContent } from '../../frameworks/index.ts'
import { isSpokenLanguage, reaches, type ServiceStatus, waysIn } from '../service.ts'
import { dayIn, email, upTo, uuid, webAddress } from './checks.ts'
import type { IncomingService, IncomingText } from './incoming.ts'
import { joinedWithin, lineOf } from './lines.ts'
import { readCost } from './read-cost.ts'
import { firstPhone } from './read-organization.ts'
import { openingHoursIn } from './read-schedules.ts'
import type { Source } from './source.ts'

/** What one must know to read a file: its main language, our neighbourhoods, and the day it is. */
export type ReadingHere = {
  readonly language: Language
  readonly neighbourhoods: readonly { readonly id: string; readonly name: string }[]
  readonly today: IsoDate
}

/** An HSDS service of the organization with `organisationId`; undefined when something it cannot do without is missing. */
export function readService(
  source: Source,
  organisationId: string | undefined,
  here: ReadingHere,
): IncomingService | undefined {
  const id = source.required('id', ...uuid)?.toLowerCase()
  const name = source.required('name', ...upTo(160))
  const status =
    statuses[source.required('status', (text) => Object.hasOwn(statuses, text), `one of: ${statusNames}`) ?? '']
  const attributes = readAttributes(source.list('attributes'))
  const place = readPlace(source.list('service_at_locations'))
  const fields = {
    alternateName: source.checked('alternate_name', ...upTo(160)),
    ...listsIn(attributes),
    ...readAreas(source, attributes, here),
    languages: source.has('languages') ? languagesIn(source.list('languages')) : undefined,
    ...readCost(source),
    ...place.address,
    phone: firstPhone(source.list('phones')) ?? place.phone,
    email: source.checked('email', ...email)?.toLowerCase(),
    website: source.checked('url', ...webAddress),
    openingHours: openingHoursIn(source),
    ...waitingIn(attributes),
    verifiedOn: verifiedOn(source, here.today),
    texts: textsIn(source, attributes, here.language),
  }
  if (id === undefined || name === undefined || status === undefined || organisationId === undefined) return undefined
  return { id, organisationId, name, status, ...fields }
}

const statuses: Readonly<Record<string, ServiceStatus>> = {
  active: 'active',
  inactive: 'temporarilyClosed',
  'temporarily closed': 'temporarilyClosed',
  defunct: 'ended',
}
const statusNames = Object.keys(statuses).join(', ')

/** Our own attributes by code, with how to give one back when its value is not understood. */
type Attributes = readonly { readonly code: string; readonly value: string; leave(): void }[]

function readAttributes(list: readonly Source[]): Attributes {
  return list.flatMap((attribute) => {
    const term = attribute.one('taxonomy_term')
    const code = term?.text('taxonomy') === 'Meernet' ? term.text('code') : undefined
    const value = attribute.text('value')
    const leave = () => {
      attribute.leave('value')
      for (const name of ['taxonomy', 'code', 'name', 'description']) term?.leave(name)
    }
    if (code === undefined || value === undefined) {
      leave()
      return []
    }
    attribute.text('link_entity')
    for (const name of ['name', 'description']) term?.text(name)
    return [{ code, value, leave }]
  })
}

/** The values of one kind that `fits` understands; the others are left out. Undefined when the file has no attributes of ours. */
function valuesOf(attributes: Attributes, kind: string, fits: (value: string) => boolean): readonly string[] {
  return attributes.flatMap(({ code, value, leave }) => {
    if (code.split(':')[0] !== kind) return []
    if (fits(value)) return [value]
    leave()
    return []
  })
}

function listsIn(attributes: Attributes) {
  if (attributes.length === 0) return { tags: undefined, groups: undefined, accessibility: undefined }
  return {
    tags: valuesOf(attributes, 'tag', (tag) => tag.length <= 60),
    groups: valuesOf(attributes, 'group', (code) => groupContent.entries.some((entry) => entry.code === code)),
    accessibility: waysIn.filter((way) => valuesOf(attributes, 'way', isWay).includes(way)),
  }
}

const isWay = (value: string) => waysIn.some((way) => way === value)

/** Where it works: our neighbourhoods by identifier or name; areas we do not have are left out. */
function readAreas(source: Source, attributes: Attributes, { neighbourhoods }: ReadingHere) {
  const [said] = valuesOf(attributes, 'reach', (value) => reaches.some((reach) => reach === value))
  const neighbourhoodIds = source.list('service_areas').flatMap((area) => {
    const [name, uri] = [area.text('name'), area.text('uri')]
    const known = neighbourhoods.find((one) => uri === `urn:uuid:${one.id}` || one.name === name)
    if (known) return [known.id]
    if (said === undefined || said === 'neighbourhoods') area.leave('name')
    if (uri !== undefined) area.leave('uri')
    return []
  })
  const reach = reaches.find((one) => one === said) ?? (neighbourhoodIds.length > 0 ? 'neighbourhoods' : undefined)
  return { reach, neighbourhoodIds: reach === 'neighbourhoods' ? [...new Set(neighbourhoodIds)] : undefined }
}

/** Two-letter codes where there is one: `nld` is `nl`. */
function languagesIn(list: readonly Source[]): readonly string[] {
  const codes = list.flatMap((language) => {
    const code = language.text('code')
    const canonical = code !== undefined && /^[a-z]{2,3}$/i.test(code) ? Intl.getCanonicalLocales(code)[0] : undefined
    if (canonical !== undefined && isSpokenLanguage(canonical)) {
      language.text('name')
      return [canonical]
    }
    language.leave('code')
    return []
  })
  return [...new Set(codes)]
}

/** The first address and telephone of the places where it is done; the other places are left out. */
function readPlace(places: readonly Source[]) {
  for (const place of places) {
    const location = place.one('location')
    const [address] = location?.list('addresses') ?? []
    if (!address) continue
    for (const name of ['state_province', 'country', 'address_type']) if (isOurs(address, name)) address.text(name)
    if (isOurs(location, 'location_type')) location?.text('location_type')
    for (const access of location?.list('accessibility') ?? [])
      if (access.text('description') !== 'wheelchair') access.leave('description')
    return {
      phone: firstPhone(place.list('phones')) ?? firstPhone(location?.list('phones') ?? []),
      address: {
        streetAddress: joinedWithin(200, ', ', linesOf(address)),
        postalCode: address.checked('postal_code', ...upTo(12)),
        city: address.checked('city', ...upTo(80)),
      },
    }
  }
  return { phone: undefined, address: { streetAddress: undefined, postalCode: undefined, city: undefined } }
}

const linesOf = (address: Source) => ['address_1', 'address_2'].map((name) => lineOf(address, name))

/** Whether it says no more than what every place of ours is: a physical one, in Belgium. */
function isOurs(source: Source | undefined, name: string): boolean {
  const value = source?.text(name)
  source?.leave(name)
  return value === undefined || value === 'physical' || value === 'BE'
}

function waitingIn(attributes: Attributes) {
  const [weeks] = valuesOf(attributes, 'waitingWeeks', (value) => /^\d{1,3}$/.test(value) && Number(value) <= 520)
  const [measured] = valuesOf(attributes, 'waitingMeasuredOn', (value) => dayIn(value) !== undefined)
  const day = dayIn(measured ?? '')
  return weeks === undefined || day === undefined
    ? { waitingWeeks: undefined, waitingMeasuredOn: undefined }
    : { waitingWeeks: Number(weeks), waitingMeasuredOn: day }
}

/** The day somebody looked, else the day it was changed; never after today. */
function verifiedOn(source: Source, today: IsoDate): IsoDate | undefined {
  const isDay = (text: string) => dayIn(text) !== undefined
  const assured = source.checked('assured_date', isDay, 'a day such as 2026-11-23')
  const modified = source.checked('last_modified', isDay, 'a moment such as 2026-11-23T08:00:00Z')
  const day = dayIn(assured ?? modified ?? '')
  return day !== undefined && day > today ? today : day
}

/** Room for the texts of a service, in each language. */
const longest = { description: 2000, howToReach: 1000, conditions: 1000 } as const

function textsIn(source: Source, attributes: Attributes, language: Language): readonly IncomingText[] {
  const [said] = valuesOf(attributes, 'textLanguage', isLanguage)
  const main: IncomingText = {
    language: isLanguage(said) ? said : language,
    description: source.checked('description', ...upTo(longest.description)),
    howToReach: source.checked('application_process', ...upTo(longest.howToReach)),
    conditions: source.checked('eligibility_description', ...upTo(longest.conditions)),
  }
  const others = Map.groupBy(
    attributes.filter(({ code }) => code.startsWith('text:')),
    ({ code }) => code.split(':')[1],
  )
  const translated = [...others].flatMap(([code, texts]) => {
    const value = (field: keyof typeof longest) =>
      valuesOf(
        texts.filter((text) => text.code === `text:${code}:${field}`),
        'text',
        (text) => text.length <= longest[field],
      )[0]
    if (isLanguage(code))
      return [
        {
          language: code,
          description: value('description'),
          howToReach: value('howToReach'),
          conditions: value('conditions'),
        },
      ]
    for (const text of texts) text.leave()
    return []
  })
  const isSomething = main.description ?? main.howToReach ?? main.conditions
  return isSomething === undefined ? translated : [main, ...translated]
}
