import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePerson } from '../../../tests/support/guidance.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../platform/access/actor.ts'
import { demoWorld } from '../../platform/demo/demo-world.ts'
import { type DemoPlaces, demoPlaces } from '../places/index.ts'
import { personById } from './person-store.ts'

let world: World
let here: TestMunicipality
let coordinator: StaffActor
let places: DemoPlaces
const person = (id: string) => world.app.transact(systemActor(here.id, 'test'), (tx) => personById(tx, id))

beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  coordinator = await makeStaff(world, here)
  places = await world.app.transact(systemActor(here.id, 'test'), (tx) =>
    demoPlaces(tx, demoWorld(7, here.id, '2026-11-23')),
  )
})
afterAll(() => world.close())

/** An address whose line means one house only. */
const house = () => {
  const found = places.addresses.find(({ box, number, street }) => {
    const alike = places.addresses.filter((other) => other.street === street && other.number.startsWith(number))
    return box === '' && alike.length === 1
  })
  if (!found) throw new Error('every house has a box')
  return found
}

test('somebody is registered with the address that was typed, and then lives in its neighbourhood', async () => {
  const { id: addressId, street, number, neighbourhoodId } = house()
  const id = uuidv7()
  const form = {
    id,
    givenName: 'Mia',
    familyName: 'Nieuw',
    preferredChannel: 'letter',
    address: `${street} ${number}`,
    language: 'ar',
    needsInterpreter: 'yes',
  }
  expect((await world.as(coordinator).post('/people', form)).headers.get('location')).toBe(`/people/${id}`)
  expect(await person(id)).toMatchObject({
    addressId,
    neighbourhoodId,
    preferredChannel: 'letter',
    needsInterpreter: true,
  })
  const page = await world
    .as(coordinator)
    .get(`/people/${id}`)
    .then((answer) => answer.text())
  expect(page).toContain(`${street} ${number}`)
  expect(page).toContain('Arabisch, met tolk')
})

test('somebody is found by street and number when nobody is called so', async () => {
  const { id: addressId, street, number } = house()
  const id = await makePerson(world, coordinator, { givenName: 'Xander', familyName: 'Quispel', addressId })
  const page = await world.as(coordinator).get(`/people?q=${encodeURIComponent(`${street.slice(0, -1)} ${number}`)}`)
  expect(await page.text()).toContain(`/people/${id}`)
})

test('an address that could be several asks which one, and keeps what was typed', async () => {
  const { street } = house()
  const form = { id: uuidv7(), givenName: 'Mia', preferredChannel: 'phone', address: street }
  const answer = await world.as(coordinator).post('/people', form)
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('Welk adres bedoelt u?')
  expect(page).toContain('value="Mia"')
})

test('somebody without an address is registered with the place where they are found', async () => {
  const id = uuidv7()
  const form = { id, givenName: 'Sam', preferredChannel: 'faceToFace', placeText: 'vaak in de bibliotheek' }
  expect((await world.as(coordinator).post('/people', form)).status).toBe(303)
  expect(await person(id)).toMatchObject({ addressId: null, placeText: 'vaak in de bibliotheek' })
})

test('an address nobody knows comes back', async () => {
  const form = { id: uuidv7(), givenName: 'Mia', preferredChannel: 'phone', address: 'Qwxzstraat 1' }
  expect((await world.as(coordinator).post('/people', form)).status).toBe(422)
})

test('P3 a national number in the note is refused', async () => {
  const form = { id: uuidv7(), givenName: 'Mia', preferredChannel: 'phone', note: '85.07.30-033.28' }
  expect((await world.as(coordinator).post('/people', form)).status).toBe(422)
})

test('who saves over a colleague gets 409 and keeps what was typed', async () => {
  const id = await makePerson(world, coordinator)
  const form = { version: '1', givenName: 'Fatima', language: 'nl', preferredChannel: 'phone' }
  const save = (phone: string) => world.as(coordinator).post(`/people/${id}/contact`, { ...form, phone })
  expect((await save('011 11 11 11')).status).toBe(303)
  const late = await save('022 22 22 22')
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('022 22 22 22')
  expect((await person(id))?.phone).toBe('011 11 11 11')
})

test('a child is added to the household, and both pages show it', async () => {
  const id = await makePerson(world, coordinator)
  const child = uuidv7()
  const form = { householdId: uuidv7(), newPersonId: child, givenName: 'Ilyas', role: 'child', since: '2020-05-01' }
  expect((await world.as(coordinator).post(`/people/${id}/household`, form)).status).toBe(303)
  const pages = await Promise.all([id, child].map((one) => world.as(coordinator).get(`/people/${one}`)))
  for (const page of pages) expect(await page.text()).toContain('Ilyas El Amrani')
})

test('P6 who is not bound by professional secrecy finds nobody', async () => {
  const id = await makePerson(world, coordinator, { familyName: 'Onvindbaar' })
  const discreet = await makeStaff(world, here, { secrecy: 'dutyOfDiscretion' })
  const visitor = await makeStaff(world, here, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  for (const actor of [discreet, visitor]) {
    expect((await world.as(actor).get('/people?q=Onvindbaar')).status).toBe(403)
    expect((await world.as(actor).get(`/people/${id}`)).status).toBe(403)
    expect(await world.app.transact(actor, (tx) => personById(tx, id))).toBeUndefined()
  }
})

test('P16 the person hears from the coordinator who looked: day, role and organisation, no name', async () => {
  const id = await makePerson(world, coordinator)
  await world.as(coordinator).get(`/people/${id}`)
  const sheet = await world.as(coordinator).get(`/people/${id}/lookers/print`)
  expect(sheet.status).toBe(200)
  const text = await sheet.text()
  expect(text).toContain('coördinator')
  expect(text).toContain('Gemeente Testgem')
  expect(text).not.toContain(coordinator.name)
})
