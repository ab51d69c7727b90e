import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Browser,
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import { type Role, roles, systemActor } from '../../platform/access/actor.ts'
import { demoWorld } from '../../platform/demo/demo-world.ts'
import { createPartnerZone } from '../municipalities/index.ts'
import { demoPlaces } from '../places/index.ts'
import { type DemoOffer, demoOrganisations } from './demo/demo-organisations.ts'

let world: World
let here: TestMunicipality
let offer: DemoOffer
let partnerZone: string
let coordinator: Browser
let partner: Browser

beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  partnerZone = await createPartnerZone(world.database.owner, here.id, 'CAW Netekant')
  offer = await world.app.transact(systemActor(here.id, 'demo'), async (tx) => {
    const demo = demoWorld(7, here.id, '2026-11-23')
    const { neighbourhoods } = await demoPlaces(tx, demo)
    const zones = { ocmw: here.ocmwZone, municipality: here.municipalityZone, partners: { caw: partnerZone } }
    return demoOrganisations(tx, demo, { zones, neighbourhoods })
  })
  coordinator = world.as(await makeStaff(world, here))
  partner = world.as(await makeStaff(world, here, { role: 'partnerCoordinator', zoneId: partnerZone }))
})
afterAll(() => world.close())

const asRole = async (role: Role) => world.as(await makeStaff(world, here, { role }))
const organisation = (key: string) => offer.organisations[key] ?? ''
const service = (name: string) => offer.services[name] ?? ''
const publicSite = () => `/in/${here.slug}/services`

const newService = () => ({
  id: uuidv7(),
  organisationId: organisation('caw'),
  name: 'Praatgroep na een scheiding',
  status: 'active',
  reach: 'municipality',
  languages: 'nl',
  cost: 'free',
  phone: '09 000 01 40',
  descriptionNl: 'Praat met anderen die hetzelfde meemaken.',
})

describe('on the public site', () => {
  test('anybody searches without signing in, with a typing error', async () => {
    const page = await (await world.as().get(`${publicSite()}?q=schuldbemideling`)).text()
    expect(page).toContain('Schuldbemiddeling')
    expect(page).toContain('1 resultaat')
    expect(page).not.toContain('Buurtcafé')
  })

  test('a service shows how one gets there, what it costs and when somebody looked', async () => {
    const page = await (await world.as().get(`${publicSite()}/${service('Schuldbemiddeling')}`)).text()
    for (const part of ['Bel voor een afspraak', 'tel:090000012', 'gratis', 'ongeveer 9 weken', 'Nagekeken op'])
      expect(page).toContain(part)
  })

  test('what nobody looked at for a year says so', async () => {
    const page = await (await world.as().get(`${publicSite()}/${service('Verwarmingstoelage')}`)).text()
    expect(page).toContain('Bel eerst')
  })

  test('an Arabic reader gets Arabic where it is there, else Dutch marked as Dutch', async () => {
    const arabic = { 'accept-language': 'ar' }
    const there = await (await world.as().get(`${publicSite()}/${service('Rechtenpunt')}?lang=ar`, arabic)).text()
    expect(there).toContain('كثير من الناس')
    const missing = await (await world.as().get(`${publicSite()}/${service('Personenalarm')}?lang=ar`, arabic)).text()
    expect(missing).toMatch(/<div lang="nl"[^>]*>.*Een knop die u draagt/s)
  })

  test('filters stay in the address of the next page', async () => {
    const page = await (await world.as().get(`${publicSite()}?free=yes`)).text()
    expect(page).toContain('alleen gratis')
    const all = await (await world.as().get(publicSite())).text()
    expect(all).toContain('page=2')
  })

  test.each(['ended', 'unknown', 'no identifier'])('what is not there is not found: %s', async (which) => {
    const id = { ended: service('Boekenbus'), unknown: uuidv7(), 'no identifier': 'x' }[which]
    expect((await world.as().get(`${publicSite()}/${id}`)).status).toBe(404)
  })

  test('a strange filter is left out rather than refused', async () => {
    const answer = await world.as().get(`${publicSite()}?group=x&neighbourhood=y&way=z&language=q&page=-4`)
    expect(answer.status).toBe(200)
  })
})

describe('who may what (chapter 16)', () => {
  test.each(roles)('%s', async (role) => {
    const somebody = await asRole(role)
    const keepsMap = ['communityWorker', 'coordinator', 'partnerCoordinator'].includes(role)
    const readsSheets = !['visitor', 'administrator'].includes(role)
    expect((await somebody.get('/services')).status).toBe(200)
    expect((await somebody.get(`/services/${service('Schuldbemiddeling')}`)).status).toBe(200)
    expect((await somebody.get('/services/new')).status).toBe(keepsMap ? 200 : 403)
    expect((await somebody.get('/organisations')).status).toBe(readsSheets ? 200 : 403)
    expect((await somebody.post('/services', {})).status).toBe(keepsMap ? 422 : 403)
  })

  test('a passer-by is sent to sign in', async () => {
    expect((await world.as().get('/services/new')).status).toBe(303)
  })

  test('somebody of another municipality finds nothing of this one', async () => {
    const elsewhere = await makeMunicipality(world, 'Elders', '99002')
    const stranger = world.as(await makeStaff(world, elsewhere))
    expect((await stranger.get(`/services/${service('Schuldbemiddeling')}`)).status).toBe(404)
    expect((await stranger.get(`/organisations/${organisation('caw')}`)).status).toBe(404)
    expect((await stranger.get(`/services/new?organisation=${organisation('caw')}`)).status).toBe(404)
    expect((await stranger.post(`/services/${service('Schuldbemiddeling')}/verification`, {})).status).toBe(404)
  })
})

describe('keeping the map', () => {
  test('a service that is sent twice is there once, and is found at once', async () => {
    const form = newService()
    for (let times = 0; times < 2; times += 1) {
      const answer = await coordinator.post('/services', form)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/services/${form.id}`])
    }
    const page = await (await coordinator.get('/services?q=praatgroep')).text()
    expect(page.match(new RegExp(`/services/${form.id}"`, 'g'))).toHaveLength(1)
  })

  test('what is missing is named, and what was typed is kept', async () => {
    const answer = await coordinator.post('/services', {
      ...newService(),
      name: '',
      phone: '',
      cost: 'paid',
      reach: 'neighbourhoods',
      waitingWeeks: '4',
      enterpriseNumber: '1',
    })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('href="#f-name"')
    expect(page).toContain('Praat met anderen')
  })

  test('the form of a service goes on showing a neighbourhood that is gone meanwhile', async () => {
    const { owner } = world.database
    const { id: gone } = await owner
      .selectFrom('places.area')
      .select('id')
      .where('municipality_id', '=', here.id)
      .where('level', '=', 'neighbourhood')
      .where('gone_on', 'is', null)
      .limit(1)
      .executeTakeFirstOrThrow()
    const made = { ...newService(), reach: 'neighbourhoods', neighbourhoodIds: gone }
    expect((await coordinator.post('/services', made)).status).toBe(303)
    await owner.updateTable('places.area').set({ gone_on: '2026-11-20' }).where('id', '=', gone).execute()
    expect(await (await coordinator.get(`/services/${made.id}/edit`)).text()).toContain(`value="${gone}"`)
    await owner.updateTable('places.area').set({ gone_on: null }).where('id', '=', gone).execute()
  })

  test('a paid service says what it costs, one in neighbourhoods says which, and one can be reached', async () => {
    const answer = await coordinator.post('/services', {
      ...newService(),
      phone: '',
      cost: 'paid',
      reach: 'neighbourhoods',
      waitingWeeks: '4',
    })
    const page = await answer.text()
    for (const field of ['feesDescription', 'neighbourhoodIds', 'waitingMeasuredOn', 'phone'])
      expect(page).toContain(`href="#f-${field}"`)
  })

  test('who changes what somebody else changed meanwhile is told', async () => {
    const form = newService()
    await coordinator.post('/services', form)
    const change = { ...form, version: '1', name: 'Praatgroep' }
    expect((await coordinator.post(`/services/${form.id}`, change)).status).toBe(303)
    expect((await coordinator.post(`/services/${form.id}`, change)).status).toBe(409)
  })

  test('looking whether all is right takes the warning away', async () => {
    const id = service('Opvoedingswinkel')
    expect(await (await coordinator.get(`/services/${id}`)).text()).toContain('Bel eerst')
    expect((await coordinator.post(`/services/${id}/verification`, {})).status).toBe(303)
    expect(await (await coordinator.get(`/services/${id}`)).text()).not.toContain('Bel eerst')
  })

  test('a new name of an organisation is found in its services', async () => {
    const id = organisation('house')
    const answer = await coordinator.post(`/organisations/${id}`, { id, version: '1', name: 'Dakgenoten' })
    expect(answer.status).toBe(303)
    expect(await (await coordinator.get('/services?q=dakgenoten')).text()).toContain('Huurdersadvies')
  })

  test('an enterprise number is checked', async () => {
    const form = { id: uuidv7(), name: 'Nieuwe vzw', enterpriseNumber: '0123.456.748' }
    expect((await coordinator.post('/organisations', form)).status).toBe(422)
    expect((await coordinator.post('/organisations', { ...form, enterpriseNumber: '0123.456.749' })).status).toBe(303)
  })
})

describe("a partner's coordinator keeps the partner's own offer", () => {
  test('and may add and verify it', async () => {
    expect((await partner.post('/services', newService())).status).toBe(303)
    expect((await partner.post(`/services/${service('Onthaal CAW')}/verification`, {})).status).toBe(303)
  })

  test('and not that of others, by any way', async () => {
    const foreign = service('Schuldbemiddeling')
    expect((await partner.get(`/services/${foreign}/edit`)).status).toBe(403)
    expect((await partner.get(`/services/new?organisation=${organisation('ocmw')}`)).status).toBe(403)
    expect((await partner.post(`/services/${foreign}/verification`, {})).status).toBe(403)
    const taken = { ...newService(), id: foreign, version: '1' }
    expect((await partner.post(`/services/${foreign}`, taken)).status).toBe(403)
    expect((await partner.post('/services', { ...newService(), organisationId: organisation('ocmw') })).status).toBe(
      403,
    )
    const renamed = { id: organisation('ocmw'), version: '1', name: 'Overgenomen' }
    expect((await partner.post(`/organisations/${organisation('ocmw')}`, renamed)).status).toBe(403)
  })

  test('nor when only the database is left to refuse', async () => {
    const actor = await makeStaff(world, here, { role: 'partnerCoordinator', zoneId: partnerZone })
    const changed = await world.app.transact(actor, (tx) =>
      tx.db
        .updateTable('organisations.service')
        .set({ name: 'Overgenomen' })
        .where('id', '=', service('Schuldbemiddeling'))
        .returning('id')
        .execute(),
    )
    expect(changed).toEqual([])
  })

  test('and sees of what waits only the own services', async () => {
    const page = await (await partner.get('/services?stale=yes')).text()
    expect(page).not.toContain('Verwarmingstoelage')
    expect(await (await coordinator.get('/services?stale=yes')).text()).toContain('Verwarmingstoelage')
    expect(await (await coordinator.get('/today')).text()).toMatch(/na te kijken: klop/)
  })
})
