import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { hsdsSchemas } from '../../../../tests/support/hsds-schemas.ts'
import { reaches, serviceStatuses, waysIn } from '../service.ts'
import { organisationWith, serviceWith } from './incoming.ts'
import { readHsds } from './read-hsds.ts'
import { hsdsOrganization, hsdsService, hsdsServiceAtLocation, type PublishedService } from './write.ts'

let schemas: Awaited<ReturnType<typeof hsdsSchemas>>
beforeAll(async () => {
  schemas = await hsdsSchemas()
})

const words = (max: number) =>
  fc
    .string({ minLength: 1, maxLength: max })
    .map((text) => text.trim())
    .filter((text) => text !== '')
const maybe = <Value>(some: fc.Arbitrary<Value>) => fc.option(some, { nil: null })
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2026-11-23'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const neighbourhoods = [
  { id: '0190a1b2-0000-7000-8000-000000000001', name: 'Centrum' },
  { id: '0190a1b2-0000-7000-8000-000000000002', name: 'Station' },
]

const organisation = fc.record({
  id: fc.uuid(),
  name: words(160),
  alternateName: maybe(words(160)),
  legalForm: maybe(words(80)),
  enterpriseNumber: maybe(fc.constantFrom('0123456749', '0200065765')),
  description: maybe(words(200)),
  phone: maybe(fc.constantFrom('09 000 01 40', '+32 9 000 01 41')),
  email: maybe(fc.constant('info@voorbeeld.be')),
  website: maybe(fc.constantFrom('https://voorbeeld.be', 'http://www.voorbeeld.be/aanbod?a=1')),
})
const text = (language: 'nl' | 'fr' | 'ar') =>
  fc.record({
    language: fc.constant(language),
    description: words(300),
    howToReach: maybe(words(100)),
    conditions: maybe(words(100)),
  })
const service = fc.record({
  id: fc.uuid(),
  name: words(160),
  alternateName: maybe(words(160)),
  status: fc.constantFrom(...serviceStatuses),
  tags: fc.uniqueArray(words(60), { maxLength: 4 }),
  groups: fc.subarray(['poverty', 'migrationBackground']),
  reach: fc.constantFrom(...reaches),
  languages: fc.subarray(['nl', 'fr', 'ar', 'ur']),
  accessibility: fc.subarray([...waysIn]),
  cost: fc.oneof(
    fc.record({ isFree: fc.constant(true), feesDescription: maybe(words(300)) }),
    fc.record({ isFree: fc.constant(false), feesDescription: words(300) }),
  ),
  phone: maybe(fc.constant('0470 00 00 00')),
  email: maybe(fc.constant('dienst@voorbeeld.be')),
  website: maybe(fc.constant('https://voorbeeld.be/dienst')),
  streetAddress: maybe(words(200)),
  postalCode: maybe(words(12)),
  city: maybe(words(80)),
  openingHours: maybe(words(500)),
  waiting: maybe(fc.record({ waitingWeeks: fc.nat(520), waitingMeasuredOn: day })),
  verifiedOn: day,
  texts: fc.subarray(['nl', 'fr', 'ar'] as const).chain((languages) => fc.tuple(...languages.map(text))),
})

const published = fc.tuple(service, organisation).map(
  ([{ cost, waiting, ...one }, owner]): PublishedService => ({
    service: {
      ...one,
      ...cost,
      ...(waiting ?? { waitingWeeks: null, waitingMeasuredOn: null }),
      neighbourhoodIds: one.reach === 'neighbourhoods' ? neighbourhoods.map(({ id }) => id) : [],
      organisationId: owner.id,
      organisationName: owner.name,
    },
    organisation: owner,
    neighbourhoods: one.reach === 'neighbourhoods' ? neighbourhoods : [],
  }),
)
const today = '2026-11-23'
const sorted = (list: readonly unknown[]) => list.map((item) => JSON.stringify(item)).sort()

test('whatever the map holds comes back as it was after writing and reading', () => {
  fc.assert(
    fc.property(published, (one) => {
      const file = JSON.parse(JSON.stringify(hsdsService(one, 'Netegem')))
      const { organisations, services, problems, leftOut } = readHsds(file, { language: 'en', neighbourhoods, today })
      expect({ problems, leftOut }).toEqual({ problems: [], leftOut: [] })
      const { organisationName: _, ...expected } = one.service
      const back = services.map((incoming) => serviceWith(incoming, undefined, today))
      expect(back).toEqual([{ ...expected, texts: expect.anything() }])
      expect(sorted(back[0]?.texts ?? [])).toEqual(sorted(expected.texts))
      expect(organisations.map((incoming) => organisationWith(incoming, undefined))).toEqual([
        { ...one.organisation, zoneId: null },
      ])
    }),
    { numRuns: 300 },
  )
})

test('whatever the map holds is written as the published schemas want it', () => {
  fc.assert(
    fc.property(published, (one) => {
      const place = hsdsServiceAtLocation(one.service)
      const written = {
        'service.json': hsdsService(one, 'Netegem'),
        'organization.json': hsdsOrganization(one.organisation),
        ...(place && { 'service_at_location.json': place }),
      }
      for (const [name, value] of Object.entries(written)) {
        const validate = schemas(name)
        expect(validate(value), JSON.stringify(validate.errors)).toBe(true)
      }
    }),
    { numRuns: 100 },
  )
})

test('the schemas do find what is wrong', () => {
  expect(schemas('service.json')({ id: 'seven', name: 'Choir', status: 'open' })).toBe(false)
})
