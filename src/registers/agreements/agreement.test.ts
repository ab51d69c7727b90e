import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAgreement, makePerson } from '../../../tests/support/guidance.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../platform/access/actor.ts'
import { isValidOn, type SharingAgreement } from './agreement.ts'
import { agreementById, agreementsOf, withdrawAgreement } from './agreement-store.ts'
import { legalBases } from './legal-ground.ts'

let world: World
let here: TestMunicipality
let coordinator: StaffActor
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  coordinator = await makeStaff(world, here)
})
afterAll(() => world.close())

describe('an agreement holds', () => {
  const agreement: SharingAgreement = {
    id: 'a',
    zoneId: 'z',
    personId: 'p',
    mayTell: 'Dat ik hulp zoek.',
    toWhom: ['partner'],
    toOrganisation: null,
    purpose: 'handover',
    given: 'spoken',
    givenOn: '2026-11-10',
    witnessedBy: 'Sofie',
    validUntil: '2026-11-23',
    fromCardId: null,
    withdrawn: null,
  }
  test.each([
    ['not before it was given', {}, '2026-11-09', false],
    ['from the day it was given', {}, '2026-11-10', true],
    ['until and with its last day', {}, '2026-11-23', true],
    ['not after it', {}, '2026-11-24', false],
    ['without a last day as long as it is not taken back', { validUntil: null }, '2036-01-01', true],
    [
      'not once it was taken back',
      { withdrawn: { at: new Date('2026-11-20T08:00:00Z'), channel: 'phone' as const } },
      '2026-11-20',
      false,
    ],
  ])('%s', (_when, over, day, holds) => {
    expect(isValidOn({ ...agreement, ...over }, day)).toBe(holds)
  })
})

test('P2 what a person agreed is recorded with all that belongs to it, apart from the legal ground', async () => {
  const personId = await makePerson(world, coordinator)
  const answer = await world.as(coordinator).post(`/people/${personId}/agreements`, {
    id: uuidv7(),
    mayTell: 'Dat ik hulp zoek voor mijn factuur.',
    toWhom: ['partner', 'sender'],
    toOrganisation: 'CAW',
    purpose: 'handover',
    given: 'written',
    givenOn: '2026-11-20',
    witnessedBy: 'Sofie De Wilde',
    validUntil: '2027-05-01',
    next: '/cases',
  })
  expect(answer.headers.get('location')).toBe('/cases')
  const [recorded] = await world.app.transact(coordinator, (tx) => agreementsOf(tx, personId))
  expect(recorded).toMatchObject({
    mayTell: 'Dat ik hulp zoek voor mijn factuur.',
    toWhom: ['partner', 'sender'],
    toOrganisation: 'CAW',
    given: 'written',
    witnessedBy: 'Sofie De Wilde',
    validUntil: '2027-05-01',
    withdrawn: null,
  })
  const grounds = await world.database.owner
    .selectFrom('agreements.legal_ground')
    .select('id')
    .where('person_id', '=', personId)
    .execute()
  expect(grounds).toEqual([])
})

test.each(['https://elders.example/', '//elders.example', '/\\elders.example'])(
  'after recording nobody is sent on to %s',
  async (next) => {
    const personId = await makePerson(world, coordinator)
    const answer = await world.as(coordinator).post(`/people/${personId}/agreements`, {
      id: uuidv7(),
      mayTell: 'Iets.',
      toWhom: 'partner',
      purpose: 'guidance',
      given: 'spoken',
      givenOn: '2026-11-20',
      witnessedBy: 'Sofie',
      next,
    })
    expect(answer.headers.get('location')).toBe(`/people/${personId}`)
  },
)

test('an agreement of tomorrow, or one that ends before it begins, comes back', async () => {
  const personId = await makePerson(world, coordinator)
  const form = {
    id: uuidv7(),
    mayTell: 'Iets.',
    toWhom: 'partner',
    purpose: 'guidance',
    given: 'spoken',
    witnessedBy: 'S',
  }
  const post = (over: Record<string, string>) =>
    world.as(coordinator).post(`/people/${personId}/agreements`, { ...form, ...over })
  expect((await post({ givenOn: '2026-11-24' })).status).toBe(422)
  expect((await post({ givenOn: '2026-11-20', validUntil: '2026-11-19' })).status).toBe(422)
})

test('P2 one press takes an agreement back, and a second says that it was', async () => {
  const personId = await makePerson(world, coordinator)
  const id = await makeAgreement(world, coordinator, personId)
  expect((await world.as(coordinator).post(`/agreements/${id}/withdrawal`, { channel: 'phone' })).status).toBe(303)
  const agreement = await world.app.transact(coordinator, (tx) => agreementById(tx, id))
  expect(agreement?.withdrawn).toMatchObject({ channel: 'phone' })
  await world.as(coordinator).post(`/agreements/${id}/withdrawal`, { channel: 'letter' })
  expect((await world.app.transact(coordinator, (tx) => agreementById(tx, id)))?.withdrawn).toMatchObject({
    channel: 'phone',
  })
})

test('a colleague never takes an agreement back past the program, which alone sees all that rests on it', async () => {
  const personId = await makePerson(world, coordinator)
  const id = await makeAgreement(world, coordinator, personId)
  const past = world.app.transact(coordinator, (tx) => withdrawAgreement(tx, id, { channel: 'phone', notedBy: null }))
  await expect(past).rejects.toThrow(/by the program/)
})

test('P9 an agreement is not seen from another zone or municipality', async () => {
  const personId = await makePerson(world, coordinator)
  const id = await makeAgreement(world, coordinator, personId)
  const elsewhere = await makeMunicipality(world, 'Elders', '99002')
  for (const stranger of [
    await makeStaff(world, here, { zoneId: here.ocmwZone, role: 'socialWorker' }),
    await makeStaff(world, here, { role: 'socialWorker' }),
    await makeStaff(world, elsewhere),
  ]) {
    expect(await world.app.transact(stranger, (tx) => agreementById(tx, id))).toBeUndefined()
    expect((await world.as(stranger).get(`/agreements/${id}`)).status).toBe(404)
    expect((await world.as(stranger).post(`/agreements/${id}/withdrawal`, { channel: 'phone' })).status).toBe(404)
  }
})

test('the card holder takes an agreement back with the code: the program does it', async () => {
  const personId = await makePerson(world, coordinator)
  const id = await makeAgreement(world, coordinator, personId)
  const withdrawn = await world.app.transact(systemActor(here.id, 'test'), (tx) =>
    withdrawAgreement(tx, id, { channel: 'online', notedBy: null }),
  )
  expect(withdrawn).toBe(true)
})

test('every legal basis has a source in both regions', () => {
  expect(legalBases.length).toBeGreaterThan(2)
  expect(legalBases.filter(({ source }) => source.flanders === '' || source.brussels === '')).toEqual([])
})
