import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Browser,
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { systemActor } from '../../../platform/access/actor.ts'
import { planOfferImport } from '../exchange/import-offer.ts'
import { readHsds } from '../exchange/read-hsds.ts'
import type { OrganisationInput } from '../organisation.ts'
import { createOrganisations, organisationById } from '../organisation-store.ts'
import { searchServices } from '../search/service-search-store.ts'

let world: World
let here: TestMunicipality
let coordinator: Browser
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  coordinator = world.as(await makeStaff(world, here))
})
afterAll(() => world.close())

const asProgram = <Result>(work: Parameters<typeof world.app.transact<Result>>[1]) =>
  world.app.transact(systemActor(here.id, 'test'), work)

async function makeOrganisation(name: string, over: Partial<OrganisationInput> = {}): Promise<string> {
  const id = uuidv7()
  const nothing = { alternateName: null, legalForm: null, enterpriseNumber: null, description: null }
  const contact = { phone: null, email: null, website: null }
  await asProgram((tx) => createOrganisations(tx, [{ id, zoneId: null, name, ...nothing, ...contact, ...over }]))
  return id
}

async function addService(organisationId: string, name: string): Promise<void> {
  await coordinator.post('/services', {
    id: uuidv7(),
    organisationId,
    name,
    status: 'active',
    reach: 'municipality',
    cost: 'free',
    phone: '09 000 01 40',
    descriptionNl: 'Samen koffie drinken.',
  })
}

const sheet = (id: string) => asProgram((tx) => organisationById(tx, id))
const servicesOf = async (organisationId: string) =>
  (await asProgram((tx) => searchServices(tx, { organisationId }))).services.map(({ name }) => name)
const list = async () => (await coordinator.get('/organisations/duplicates')).text()
const merge = async (kept: string, other: string) => {
  const [one, two] = [await sheet(kept), await sheet(other)]
  return coordinator.post(`/organisations/${kept}/duplicates/${other}/merges`, {
    kept,
    version: String(one?.version),
    otherVersion: String(two?.version),
  })
}

test('two sheets of one organisation are found, compared, made one with the services of both, and apart again', async () => {
  const kept = await makeOrganisation('Fanfare Sint-Cecilia')
  const other = await makeOrganisation('Koninklijke Fanfare Sinte-Cecilia vzw', { phone: '09 000 01 41' })
  await addService(kept, 'Blaaslessen')
  await addService(other, 'Lenteconcert')
  expect(await list()).toContain(`/organisations/${[kept, other].sort().join('/duplicates/')}`)
  const compared = await (await coordinator.get(`/organisations/${kept}/duplicates/${other}`)).text()
  for (const part of ['09 000 01 41', 'Blaaslessen', 'Lenteconcert']) expect(compared).toContain(part)

  expect((await merge(kept, other)).status).toBe(303)
  expect(await servicesOf(kept)).toEqual(['Blaaslessen', 'Lenteconcert'])
  expect(await sheet(kept)).toMatchObject({
    phone: '09 000 01 41',
    alternateName: 'Koninklijke Fanfare Sinte-Cecilia vzw',
  })
  expect((await coordinator.get(`/organisations/${other}`)).headers.get('location')).toBe(`/organisations/${kept}`)
  expect((await merge(kept, other)).status).toBe(409)

  const undoing = (await list()).match(/\/organisations\/merges\/[\w-]+\/undoing/)?.[0] ?? ''
  expect((await coordinator.post(undoing, {})).status).toBe(303)
  expect([await servicesOf(kept), await servicesOf(other)]).toEqual([['Blaaslessen'], ['Lenteconcert']])
  expect(await sheet(kept)).toMatchObject({ phone: null, alternateName: null, name: 'Fanfare Sint-Cecilia' })
  expect((await coordinator.post(undoing, {})).status).toBe(409)
})

test('two that are two are not shown again, until somebody takes that back', async () => {
  const [one, two] = [await makeOrganisation('Buurtcomité Kortakker'), await makeOrganisation('Comité Kortakker')]
  const pair = `/organisations/${[one, two].sort().join('/duplicates/')}`
  expect(await list()).toContain(`href="${pair}"`)
  expect((await coordinator.post(`${pair}/differences`, {})).status).toBe(303)
  expect(await list()).not.toContain(`href="${pair}"`)
  await coordinator.post(`${pair}/differences/undoing`, {})
  expect(await list()).toContain(`href="${pair}"`)
})

test('nothing is merged without a choice, nor over what a colleague changed meanwhile', async () => {
  const [one, two] = [await makeOrganisation('Plica'), await makeOrganisation('Plica vzw')]
  const address = `/organisations/${one}/duplicates/${two}/merges`
  expect((await coordinator.post(address, { version: '1', otherVersion: '1' })).status).toBe(422)
  expect((await coordinator.post(address, { kept: one, version: '1', otherVersion: '7' })).status).toBe(409)
  expect((await sheet(two))?.mergedInto).toBeNull()
})

test('two different enterprise numbers are refused in words', async () => {
  const one = await makeOrganisation('Kringwinkel', { enterpriseNumber: '0123456749' })
  const two = await makeOrganisation('Kringwinkel', { enterpriseNumber: '0200065765' })
  const refused = await merge(one, two)
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('ander ondernemingsnummer')
})

test('a later import of the sheet that went into another one changes nothing of it', async () => {
  const [kept, other] = [await makeOrganisation('Helpende Handen'), await makeOrganisation('Helpende Handen vzw')]
  await merge(kept, other)
  const file = { id: uuidv7(), name: 'Klusjes', status: 'active', organization: { id: other, name: 'Oude naam' } }
  const read = readHsds(file, { language: 'nl', neighbourhoods: [], today: '2026-11-23' })
  const plan = await asProgram((tx) => planOfferImport(tx, read))
  expect(plan.organisations).toEqual([])
  expect(plan.services).toMatchObject([{ name: 'Klusjes', organisationId: kept }])
})

test('a partner does not merge', async () => {
  const partner = world.as(await makeStaff(world, here, { role: 'partnerCoordinator' }))
  expect((await partner.get('/organisations/duplicates')).status).toBe(403)
})
