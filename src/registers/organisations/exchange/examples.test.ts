import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readFileContent } from './read-file.ts'
import { type ReadFile, readHsds } from './read-hsds.ts'

const here = { language: 'en', neighbourhoods: [], today: '2026-11-23' } as const

async function read(path: string): Promise<ReadFile> {
  const content = await readFileContent(readFileSync(`../shared/data/services/${path}`))
  if (content.kind === 'unreadable') throw new Error(content.problem.expected)
  return readHsds(content.json, here)
}

const counselling = {
  id: 'ac148810-d857-441c-9679-408f346de14b',
  organisationId: 'd9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610',
  name: 'Community Counselling',
  status: 'active',
  email: 'email@example.com',
  website: 'http://example.com/counselling',
  isFree: false,
  verifiedOn: '2005-01-01',
  texts: [{ language: 'en', description: expect.stringContaining('trained professionals') }],
}
const atPlace = {
  streetAddress: expect.stringContaining('1-30 Main Street'),
  postalCode: 'ABC 1234',
  city: 'MyCity',
  openingHours: expect.stringContaining('10 am to 6pm'),
}

test('the published example of a service is read without a problem, with all we have a field for', async () => {
  const { services, organisations, problems } = await read('hsds-3/examples/service_full.json')
  expect(problems).toEqual([])
  expect(organisations).toEqual([
    {
      id: 'd9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610',
      name: 'Example Organization Inc.',
      alternateName: 'Example Org',
      description: expect.stringContaining('non-profit'),
      email: 'email@example.com',
      website: 'http://example.com',
      legalForm: 'Limited Company',
      enterpriseNumber: undefined,
      phone: '+44 1234 234567',
    },
  ])
  expect(services).toMatchObject([
    {
      ...counselling,
      ...atPlace,
      alternateName: 'MyCity Counselling Services',
      phone: '+44 1234 234567',
      languages: ['ur'],
      feesDescription: expect.stringContaining('£50 per hour'),
      texts: [
        {
          howToReach: expect.stringContaining('referral letter'),
          conditions: expect.stringContaining('aged 12 and over'),
        },
      ],
    },
  ])
})

test('all that the example says and we have no place for is named, whole parts at once', async () => {
  const { leftOut } = await read('hsds-3/examples/service_full.json')
  const paths = leftOut.map(({ path }) => path)
  for (const path of [
    'minimum_age',
    'accreditations',
    'alert',
    'contacts[]',
    'funding[]',
    'program',
    'service_areas[]',
  ])
    expect(paths).toContain(path)
  for (const path of ['name', 'description', 'fees_description', 'assured_date', 'phones[].number', 'contacts[].name'])
    expect(paths).not.toContain(path)
})

test.each([
  ['hsds-3/examples/service_list.json', counselling],
  ['hsds-3/examples/service_at_location_list.json', counselling],
  ['hsds-3/examples/service_at_location_full.json', { ...counselling, ...atPlace }],
  ['hsds-3/examples/organization_full.json', { ...counselling, ...atPlace }],
  ['hsds-3/examples/tabular.json', { ...counselling, ...atPlace, languages: ['ur'] }],
  ['hsds-uk/examples/service_list.json', counselling],
  ['hsds-uk/examples/service_full.json', { ...counselling, ...atPlace }],
  ['hsds-uk/examples/organization_full.json', { ...counselling, ...atPlace }],
  ['hsds-uk/examples/service_at_location_full.json', { ...counselling, ...atPlace }],
  ['hsds-uk/hsds-uk-examples-csv.zip', { ...counselling, ...atPlace }],
])('%s gives its one service of one organisation', async (path, expected) => {
  const { services, organisations, problems } = await read(path)
  expect(problems).toEqual([])
  expect(organisations).toMatchObject([{ name: 'Example Organization Inc.' }])
  expect(services).toMatchObject([expected])
})

test.each(['hsds-3', 'hsds-uk'])('the list of organizations of %s is read without services', async (standard) => {
  const { services, organisations, problems } = await read(`${standard}/examples/organization_list.json`)
  expect({ services, problems }).toEqual({ services: [], problems: [] })
  expect(organisations).toHaveLength(1)
})

test('a price becomes a sentence when nobody wrote one, and zero is free', () => {
  const service = (more: object) =>
    readHsds(
      {
        id: counselling.id,
        name: 'Choir',
        status: 'active',
        organization: { id: counselling.organisationId, name: 'Singers' },
        ...more,
      },
      here,
    ).services[0]
  const cost_options = [{ option: 'under 18', amount: 3, currency: 'eur', amount_description: 'an evening' }]
  expect(service({ cost_options })).toMatchObject({ isFree: false, feesDescription: '3 EUR an evening (under 18)' })
  expect(service({ cost_options: [{ amount: 0 }] })).toMatchObject({ isFree: true, feesDescription: undefined })
  expect(service({})).toMatchObject({ isFree: undefined })
})
