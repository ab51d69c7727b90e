import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import type { StaffActor } from '../../../platform/access/actor.ts'
import { systemActor } from '../../../platform/access/actor.ts'
import { codeFrom, spacedCode } from '../cards/card-code.ts'
import { cardIdOfCode } from '../cards/card-store.ts'
import { signalById } from '../signals/signal-store.ts'

let world: World
let place: TestMunicipality
let coordinator: StaffActor
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  coordinator = await makeStaff(world, place)
})
afterAll(() => world.close())

const form = (over: Record<string, string> = {}) => ({
  id: uuidv7(),
  source: 'resident',
  channel: 'phone',
  wish: 'Vervoer naar de kaartclub',
  phone: '011 00 00 07',
  language: 'nl',
  mayTell: 'alles',
  given: 'spoken',
  urgency: 'ordinary',
  filledInBy: 'Sociaal Huis',
  filledInOn: '2026-11-23',
  together: 'yes',
  ...over,
})
const signal = (id: string) => world.app.transact(systemActor(place.id, 'test'), (tx) => signalById(tx, id))

test('a card told by phone is entered with its channel, and sending twice files it once', async () => {
  const card = form()
  for (let times = 0; times < 2; times += 1) {
    const answer = await world.as(coordinator).post('/cards/new', card)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/cards/${card.id}`])
  }
  expect(await signal(card.id)).toMatchObject({ source: 'resident', state: 'received' })
  const rows = await world.database.owner
    .selectFrom('detection.signal_event')
    .select('detail')
    .where('signal_id', '=', card.id)
    .execute()
  expect(rows).toEqual([{ detail: 'phone' }])
})

test('a paper card that carries a code is followed with that code, and a copy of it is refused', async () => {
  const code = codeFrom(new Uint8Array(32).fill(9))
  const card = form({ channel: 'paper', paperCode: spacedCode(code) })
  expect((await world.as(coordinator).post('/cards/new', card)).status).toBe(303)
  const found = await world.app.transact(systemActor(place.id, 'test'), (tx) => cardIdOfCode(tx, code))
  expect(found).toBe(card.id)
  expect(await (await world.as(coordinator).get(`/cards/${card.id}`)).text()).toContain(
    'De code staat op het papieren kaartje',
  )
  expect((await world.as(coordinator).post('/cards/new', form({ paperCode: code }))).status).toBe(422)
})

test('P8 who hands in a card gets the code and later only the status', async () => {
  const visitor = await makeStaff(world, place, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  const card = form({ channel: 'paper', wish: 'Een wens die verdwijnt' })
  await world.as(visitor).post('/cards/new', card)
  const receipt = await (await world.as(visitor).get(`/cards/${card.id}`)).text()
  expect(receipt).toMatch(/[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}/)
  const list = await (await world.as(visitor).get('/cards')).text()
  expect(list).toContain('aangekomen')
  expect(receipt + list).not.toContain('Een wens die verdwijnt')
  const other = await makeStaff(world, place, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  expect((await world.as(other).get(`/cards/${card.id}`)).status).toBe(404)
})

test('P9 a professional of another zone discloses the card to the front door, and the log says so', async () => {
  const doctor = await makeStaff(world, place, { role: 'frontlineProfessional', zoneId: place.ocmwZone })
  const card = form({ channel: 'faceToFace' })
  expect((await world.as(doctor).post('/cards/new', card)).status).toBe(303)
  expect(await signal(card.id)).toMatchObject({ zoneId: place.municipalityZone, source: 'frontlineProfessional' })
  const line = await world.database.owner
    .selectFrom('audit.line')
    .select(['reason', 'details'])
    .where('subject_id', '=', card.id)
    .where('action', '=', 'disclose card')
    .executeTakeFirstOrThrow()
  expect(line).toMatchObject({ reason: 'agreement on the card', details: { byUser: doctor.userId } })
  expect(await (await world.as(doctor).get('/cards')).text()).toContain(card.id)
})

test.each([
  [{ wish: 'nummer 85.07.30-033.28' }, 'Haal het rijksregisternummer weg'],
  [{ wish: 'Stort op BE68 5390 0754 7034' }, 'Hier staat een rekeningnummer'],
  [{ together: '' }, 'Een kaartje wordt samen met de persoon ingevuld'],
  [{ phone: '' }, 'Geef een telefoonnummer, een e-mailadres of een plaats'],
])('P3 P12 %o is sent back with 422', async (over, sentence) => {
  const answer = await world.as(coordinator).post('/cards/new', form(over))
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(sentence)])
})

test('P12 an account number that belongs on the card is kept when that is confirmed', async () => {
  const card = form({ wish: 'Stort op BE68 5390 0754 7034', keepNumber: 'yes' })
  expect((await world.as(coordinator).post('/cards/new', card)).status).toBe(303)
})

test.each(['steeringGroup', 'policyMaker', 'dataProtectionOfficer', 'administrator'] as const)(
  'P6 a %s hands in no cards',
  async (role) => {
    const other = await makeStaff(world, place, { role, secrecy: 'none' })
    expect((await world.as(other).get('/cards/new')).status).toBe(403)
  },
)

test('P13 the visitor team sees how far its cards came, without names and without small numbers', async () => {
  const visitor = await makeStaff(world, place, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  const page = await (await world.as(visitor).get('/cards/team')).text()
  expect(page).toContain('november 2026')
  expect(page).toContain('minder dan 10')
})

test('the neighbourhood of a card follows from its address; when several fit, one chooses and nothing typed is lost', async () => {
  const { owner } = world.database
  const [areaId, streetId, first, second] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()]
  const here = { municipality_id: place.id }
  const area = { ...here, id: areaId, name: 'Molenwijk', origin: 'composed', edition: '2026', is_approximate: false }
  await owner.insertInto('places.area').values(area).execute()
  const street = { ...here, id: streetId, nis_code: '99001', postal_code: '9999', name: 'Molenstraat' }
  await owner.insertInto('places.street').values(street).execute()
  const door = { ...here, street_id: streetId, nis_code: '99001', postal_code: '9999', edition: '2026', x: 1, y: 1 }
  const doors = [
    { ...door, id: first, number: '12', neighbourhood_id: areaId },
    { ...door, id: second, number: '12A', neighbourhood_id: areaId },
  ]
  await owner.insertInto('places.address').values(doors).execute()

  const exact = form({ placeText: 'molenstraat 12' })
  expect((await world.as(coordinator).post('/cards/new', exact)).status).toBe(303)
  expect(await signal(exact.id)).toMatchObject({ neighbourhoodId: areaId })

  const unsure = form({ placeText: 'Molenstr 12', wish: 'Een wens die blijft staan' })
  const asked = await world.as(coordinator).post('/cards/new', unsure)
  const page = await asked.text()
  expect(asked.status).toBe(422)
  for (const words of ['Welk adres bedoelt u?', 'Molenstraat 12A', 'Een wens die blijft staan'])
    expect(page).toContain(words)
  expect((await world.as(coordinator).post('/cards/new', { ...unsure, addressId: second })).status).toBe(303)
  expect(await signal(unsure.id)).toMatchObject({ neighbourhoodId: areaId })

  const elsewhere = form({ placeText: 'Molenstr 12', addressId: 'none' })
  expect((await world.as(coordinator).post('/cards/new', elsewhere)).status).toBe(303)
  expect(await signal(elsewhere.id)).toMatchObject({ neighbourhoodId: null })
  const inWords = form({ placeText: 'het bankje bij de kerk' })
  expect((await world.as(coordinator).post('/cards/new', inWords)).status).toBe(303)
})
