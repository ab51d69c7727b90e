import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { elementsIn } from '../../../tests/support/html.ts'
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
import { type DemoPlaces, demoPlaces } from './demo.ts'

let world: World
let netegem: TestMunicipality
let elsewhere: TestMunicipality
let places: DemoPlaces
let coordinator: Browser

beforeAll(async () => {
  world = await openWorld()
  netegem = await makeMunicipality(world, 'Netegem', '99999')
  elsewhere = await makeMunicipality(world, 'Elders', '99002')
  places = await world.app.transact(systemActor(netegem.id, 'demo'), (tx) =>
    demoPlaces(tx, demoWorld(7, netegem.id, '2026-11-23')),
  )
  coordinator = await as('coordinator')
})
afterAll(() => world.close())

const as = async (role: Role, municipality = netegem) => world.as(await makeStaff(world, municipality, { role }))
const areaNamed = (name: string) => places.neighbourhoods.find((one) => one.name === name)?.id ?? ''
const streetNamed = (name: string) => places.streets.find((one) => one.name === name)?.id ?? ''
const textsOf = async (response: Response, tag: string) =>
  elementsIn(await response.text(), tag).map(({ text }) => text)

/** Composes a neighbourhood and gives its identifier. */
async function composed(name: string, parts: Record<string, readonly string[]>): Promise<string> {
  const id = uuidv7()
  const done = await coordinator.post('/places', { id, name, ...parts })
  expect(done.status).toBe(303)
  return id
}

test('the neighbourhoods are on the map and, with their counts, in the table', async () => {
  const html = await (await coordinator.get('/places')).text()
  const links = elementsIn(html, 'a').filter(({ attributes }) => attributes.href === `/places/${areaNamed('Heide')}`)
  expect(links.map(({ attributes, text }) => attributes['aria-label'] ?? text)).toEqual([
    'Heide (Netegem)',
    'Heide (Netegem)',
  ])
  expect(elementsIn(html, 'path').filter(({ attributes }) => attributes.class?.includes('map-area'))).toHaveLength(3)
  expect(elementsIn(html, 'th').map(({ text }) => text)).toContain('Molenwijk (Netegem)')
})

test('a municipality without places is told how they are loaded', async () => {
  const html = await (await (await as('coordinator', elsewhere)).get('/places')).text()
  expect(html).toContain('npx meernet import places')
  expect(html).not.toContain('/places/new')
})

test('a neighbourhood shows its streets, and a street its doors in it', async () => {
  const area = areaNamed('Molenwijk')
  const streets = await textsOf(await coordinator.get(`/places/${area}`), 'th')
  expect(streets).toEqual(expect.arrayContaining(['Molenstraat', 'Graanweg']))
  expect(streets).not.toContain('Stationsstraat')
  const doors = await textsOf(await coordinator.get(`/places/${area}/streets/${streetNamed('Graanweg')}`), 'th')
  expect(doors).toContain('12')
  expect((await coordinator.get(`/places/${area}/streets/${streetNamed('Stationsstraat')}`)).status).toBe(404)
})

test('a neighbourhood is composed of a whole one and of a street across its border', async () => {
  const id = await composed('Rond de molen', {
    areaIds: [areaNamed('Molenwijk')],
    streetIds: [streetNamed('Stationsstraat'), streetNamed('Molenstraat')],
  })
  const html = await (await coordinator.get(`/places/${id}`)).text()
  expect(html).toContain('Molenwijk, Molenstraat en Stationsstraat')
  const own = places.addresses.filter(
    ({ neighbourhoodId, street }) =>
      neighbourhoodId === areaNamed('Molenwijk') || ['Stationsstraat', 'Molenstraat'].includes(street),
  )
  expect(elementsIn(html, 'dd').map(({ text }) => text)).toContain(String(own.length))
})

test('the same form sent twice makes one neighbourhood', async () => {
  const form = { id: uuidv7(), name: 'Dubbel', areaIds: [areaNamed('Heide')] }
  expect((await coordinator.post('/places', form)).status).toBe(303)
  expect((await coordinator.post('/places', form)).status).toBe(303)
  const names = await textsOf(await coordinator.get('/places'), 'th')
  expect(names.filter((name) => name === 'Dubbel')).toHaveLength(1)
})

test('a form that was sent, changed after going back and sent again is not taken for the same', async () => {
  const form = { id: uuidv7(), name: 'Eerste naam', areaIds: [areaNamed('Heide')] }
  expect((await coordinator.post('/places', form)).status).toBe(303)
  for (const other of [{ name: 'Tweede naam' }, { areaIds: [areaNamed('Molenwijk')] }])
    expect((await coordinator.post('/places', { ...form, ...other })).status).toBe(409)
  expect(await textsOf(await coordinator.get(`/places/${form.id}`), 'h1')).toEqual(['Eerste naam'])
})

test('a published neighbourhood is not made over by a new one under its identifier', async () => {
  const id = areaNamed('Heide')
  expect((await coordinator.post('/places', { id, name: 'Kaping', areaIds: [areaNamed('Molenwijk')] })).status).toBe(
    409,
  )
  expect(await (await coordinator.get(`/places/${id}`)).text()).not.toContain('Versie 1')
})

test('a neighbourhood of nothing, without a name or with a name that is taken is not made, and what was typed stays', async () => {
  await composed('Al gebruikt', { areaIds: [areaNamed('Heide')] })
  const attempts = [
    { form: { name: 'Niets' }, says: 'Kies minstens één buurt of straat' },
    { form: { areaIds: [areaNamed('Heide')] }, says: 'name' },
    { form: { name: 'al GEBRUIKT', areaIds: [areaNamed('Heide')] }, says: 'Er is al een eigen buurt met die naam' },
    { form: { name: 'Vreemd', areaIds: [uuidv7()] }, says: 'Vreemd' },
  ]
  for (const { form, says } of attempts) {
    const answer = await coordinator.post('/places', { id: uuidv7(), ...form })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(says)
    expect(html).toContain('role="alert"')
    if ('name' in form && form.name) expect(html).toContain(`value="${form.name}"`)
  }
})

test('of two who change a neighbourhood at once, the second is told', async () => {
  const id = await composed('Twee tegelijk', { areaIds: [areaNamed('Heide')] })
  const change = (name: string) =>
    coordinator.post(`/places/${id}`, { id, version: '1', name, areaIds: [areaNamed('Molenwijk')] })
  expect((await change('Eerst')).status).toBe(303)
  expect((await change('Daarna')).status).toBe(409)
  expect(await textsOf(await coordinator.get(`/places/${id}`), 'h1')).toEqual(['Eerst'])
})

test('a dissolved neighbourhood leaves the list and can be taken into use again', async () => {
  const id = await composed('Tijdelijk', { streetIds: [streetNamed('Zandweg')] })
  expect((await coordinator.post(`/places/${id}/dissolution`, {})).status).toBe(303)
  expect(await textsOf(await coordinator.get('/places'), 'th')).not.toContain('Tijdelijk')
  expect(await (await coordinator.get(`/places/${id}`)).text()).toContain('niet meer in gebruik sinds 23 november 2026')
  expect((await coordinator.post(`/places/${id}/dissolution/removal`, {})).status).toBe(303)
  expect(await textsOf(await coordinator.get('/places'), 'th')).toContain('Tijdelijk')
})

test('a published neighbourhood cannot be changed by hand', async () => {
  const id = areaNamed('Heide')
  expect((await coordinator.get(`/places/${id}/edit`)).status).toBe(404)
  expect((await coordinator.post(`/places/${id}`, { id, version: '1', name: 'X', areaIds: [id] })).status).toBe(404)
  expect((await coordinator.post(`/places/${id}/dissolution`, {})).status).toBe(404)
})

test('a neighbourhood, published or our own, is described in the words of its residents', async () => {
  const id = areaNamed('Stationsbuurt')
  const said = { version: '1', areaType: 'quarter', knownAs: 'De Statie', description: 'Tussen spoor en kerk.' }
  expect((await coordinator.post(`/places/${id}/description`, said)).status).toBe(303)
  const html = await (await coordinator.get(`/places/${id}`)).text()
  for (const words of ['De Statie', 'Wijk', 'Tussen spoor en kerk.']) expect(html).toContain(words)
  expect((await coordinator.post(`/places/${id}/description`, said)).status).toBe(409)
  const wrong = { ...said, version: '2', areaType: 'ghetto' }
  expect((await coordinator.post(`/places/${id}/description`, wrong)).status).toBe(422)
})

test('a composed neighbourhood that changes keeps what it was made of', async () => {
  const id = await composed('Verandert', { areaIds: [areaNamed('Heide')] })
  const change = {
    id,
    version: '1',
    name: 'Verandert',
    areaIds: [areaNamed('Molenwijk')],
    why: 'Op vraag van de bewoners.',
  }
  expect((await coordinator.post(`/places/${id}`, change)).status).toBe(303)
  const html = await (await coordinator.get(`/places/${id}`)).text()
  for (const words of ['Versie 2', 'Versie 1', 'Erbij: Molenwijk.', 'Eraf: Heide.', 'Op vraag van de bewoners.'])
    expect(html).toContain(words)
})

test('P13: of streets alone, fewer than five doors are no neighbourhood', async () => {
  const street = streetNamed('Ploegstraat')
  const doors = places.addresses.filter(({ streetId }) => streetId === street).map(({ id }) => id)
  const gone = (ids: readonly string[], day: string | null) =>
    world.app.transact(systemActor(netegem.id, 'test'), (tx) =>
      tx.db.updateTable('places.address').set({ gone_on: day }).where('id', 'in', ids).execute(),
    )
  await gone(doors.slice(4), '2026-11-01')
  const answer = await coordinator.post('/places', { id: uuidv7(), name: 'Te klein', streetIds: [street] })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('minder dan 5 deuren')
  await gone(doors, null)
})

test.each(roles)('%s looks at places; only coordinator and administrator compose them', async (role) => {
  const browser = await as(role)
  const mayCompose = ['coordinator', 'administrator'].includes(role)
  expect((await browser.get('/places')).status).toBe(200)
  expect((await browser.get(`/places/${areaNamed('Heide')}`)).status).toBe(200)
  expect((await browser.get('/places/new')).status).toBe(mayCompose ? 200 : 403)
  const form = { id: uuidv7(), name: `Van ${role}`, areaIds: [areaNamed('Heide')] }
  expect((await browser.post('/places', form)).status).toBe(mayCompose ? 303 : 403)
})

test('somebody of another municipality, and somebody not signed in, find nothing of it', async () => {
  const stranger = await as('coordinator', elsewhere)
  const own = await composed('Van Netegem', { areaIds: [areaNamed('Heide')] })
  for (const id of [areaNamed('Heide'), own]) expect((await stranger.get(`/places/${id}`)).status).toBe(404)
  expect((await stranger.get(`/places/${own}/edit`)).status).toBe(404)
  expect((await stranger.post(`/places/${own}/dissolution`, {})).status).toBe(404)
  expect((await stranger.get('/places/geen-buurt')).status).toBe(404)
  expect((await coordinator.get(`/places/${own}/streets/geen-straat`)).status).toBe(404)
  expect((await world.as().get('/places')).status).toBe(303)
})
