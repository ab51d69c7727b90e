import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import type { StaffActor } from '../../platform/access/actor.ts'
import { volunteerById, volunteerOf, volunteersIn } from './volunteer-store.ts'

let world: World
let municipality: TestMunicipality
let coordinator: StaffActor
let visitor: StaffActor
beforeAll(async () => {
  world = await openWorld()
  municipality = await makeMunicipality(world)
  coordinator = await makeStaff(world, municipality)
  visitor = await makeStaff(world, municipality, { role: 'visitor', secrecy: 'dutyOfDiscretion', name: 'Jef Bezoeker' })
})
afterAll(() => world.close())

const file = (over: Record<string, string | readonly string[]> = {}) => ({
  id: uuidv7(),
  name: 'Mia Claes',
  birthYear: '1960',
  tasks: ['homeVisit'],
  languages: ['nl', 'fr'],
  ...over,
})
const read = (actor: StaffActor, id: string) => world.app.transact(actor, (tx) => volunteerById(tx, id))

test('a coordinator makes a file and sees why no round can be given yet', async () => {
  const form = file()
  const made = await world.as(coordinator).post('/volunteers', form)
  expect(made.status).toBe(303)
  const page = await (await world.as(coordinator).get(`/volunteers/${form.id}`)).text()
  expect(page).toContain('Kan vandaag geen ronde krijgen')
  expect(await (await world.as(coordinator).get('/volunteers')).text()).toContain('Mia Claes')
})

test('sending a new file twice makes one', async () => {
  const form = file({ name: 'Een Keer' })
  await world.as(coordinator).post('/volunteers', form)
  await world.as(coordinator).post('/volunteers', form)
  const all = await world.app.transact(coordinator, (tx) => volunteersIn(tx))
  expect(all.filter(({ name }) => name === 'Een Keer')).toHaveLength(1)
})

test('P21 a volunteer under sixteen is refused, and what was typed stays', async () => {
  const answer = await world.as(coordinator).post('/volunteers', file({ birthYear: '2012', name: 'Te Jong' }))
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('Vrijwilliger worden kan vanaf 16 jaar')
  expect(page).toContain('value="Te Jong"')
})

test('P21 in the year somebody turns sixteen it must be checked that the birthday has been', async () => {
  const refused = await world.as(coordinator).post('/volunteers', file({ birthYear: '2010' }))
  const accepted = await world.as(coordinator).post('/volunteers', file({ birthYear: '2010', isSixteen: 'yes' }))
  expect([refused.status, accepted.status]).toEqual([422, 303])
})

test('a pause that ends before it begins is refused', async () => {
  const answer = await world
    .as(coordinator)
    .post('/volunteers', file({ pausedFrom: '2026-12-10', pausedUntil: '2026-12-01' }))
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('f-pausedUntil')
})

test('a file changed by somebody else in between is not overwritten', async () => {
  const form = file()
  await world.as(coordinator).post('/volunteers', form)
  const change = { ...form, version: '1', name: 'Mia Eerst' }
  expect((await world.as(coordinator).post(`/volunteers/${form.id}`, change)).status).toBe(303)
  expect((await world.as(coordinator).post(`/volunteers/${form.id}`, { ...change, name: 'Mia Laat' })).status).toBe(409)
  expect((await read(coordinator, form.id))?.name).toBe('Mia Eerst')
})

test('all proofs and the conditions of the organisation make somebody assignable', async () => {
  const form = file({ name: 'Alles Verteld' })
  const as = world.as(coordinator)
  await as.post('/volunteers', form)
  await as.post('/volunteers/conditions', {
    version: '0',
    legalForm: 'publicBody',
    aim: 'Buren die elkaar kennen',
    reimbursement: 'Bus en fiets',
    insurer: 'Verzekeraar',
    insurancePolicy: 'P-1',
    insuredUntil: '2027-12-31',
  })
  for (const kind of ['aimAndLegalForm', 'insurance', 'reimbursement', 'discretion'])
    expect((await as.post(`/volunteers/${form.id}/proofs`, { kind, givenOn: '2026-11-02' })).status).toBe(303)
  expect(await (await as.get(`/volunteers/${form.id}`)).text()).toContain('Kan een ronde krijgen')
})

test('when somebody is free reads as so many times, not as one sentence of weekdays', async () => {
  const form = file({ times: ['weekdayMorning', 'weekdayAfternoon'] })
  await world.as(coordinator).post('/volunteers', form)
  const page = await (await world.as(coordinator).get(`/volunteers/${form.id}`)).text()
  expect(page).toContain('weekdag, voormiddag · weekdag, namiddag')
})

test('a proof cannot be dated in the future', async () => {
  const form = file()
  await world.as(coordinator).post('/volunteers', form)
  const answer = await world
    .as(coordinator)
    .post(`/volunteers/${form.id}/proofs`, { kind: 'discretion', givenOn: '2026-11-24' })
  expect(answer.status).toBe(422)
})

test('a volunteer changes the own wishes and pause', async () => {
  await world.as(coordinator).post('/volunteers', file({ name: visitor.name, userId: visitor.userId }))
  const own = await world.app.transact(visitor, (tx) => volunteerOf(tx, visitor.userId))
  const answer = await world.as(visitor).post('/my-volunteering/wishes', {
    version: String(own?.version),
    tasks: ['letters', 'homeVisit'],
    times: ['weekend'],
    languages: ['nl'],
    visitsPerWeek: '12',
    pausedFrom: '2026-12-01',
  })
  expect(answer.status).toBe(303)
  const changed = await world.app.transact(visitor, (tx) => volunteerOf(tx, visitor.userId))
  expect(changed).toMatchObject({ visitsPerWeek: 12, pausedFrom: '2026-12-01', times: ['weekend'] })
})

test('a volunteer sees the own file only', async () => {
  const form = file({ name: 'Iemand Anders' })
  await world.as(coordinator).post('/volunteers', form)
  expect((await world.as(visitor).get('/volunteers')).status).toBe(403)
  expect(await read(visitor, form.id)).toBeUndefined()
  expect(await world.app.transact(visitor, (tx) => volunteersIn(tx))).toHaveLength(1)
})

test('P6 a matcher sees who is a volunteer and not the file', async () => {
  const matcher = await makeStaff(world, municipality, { role: 'matcher', secrecy: 'dutyOfDiscretion' })
  const form = file({ name: 'Zichtbare Naam', phone: '0470 99 88 77' })
  await world.as(coordinator).post('/volunteers', form)
  const page = await (await world.as(matcher).get('/volunteers')).text()
  expect(page).toContain('Zichtbare Naam')
  expect(page).not.toContain('0470 99 88 77')
  expect((await world.as(matcher).get(`/volunteers/${form.id}`)).status).toBe(403)
  expect(await read(matcher, form.id)).toBeUndefined()
})

test('P5 a coordinator without professional secrecy sees no files', async () => {
  const plain = await makeStaff(world, municipality, { secrecy: 'dutyOfDiscretion' })
  const form = file()
  await world.as(coordinator).post('/volunteers', form)
  expect((await world.as(plain).get(`/volunteers/${form.id}`)).status).toBe(403)
  expect(await read(plain, form.id)).toBeUndefined()
})

test('P9 the files of another organisation are not found', async () => {
  const partner = await makeStaff(world, municipality, { role: 'partnerCoordinator', zoneId: municipality.ocmwZone })
  const form = file()
  await world.as(coordinator).post('/volunteers', form)
  expect((await world.as(partner).get(`/volunteers/${form.id}`)).status).toBe(404)
  expect(await read(partner, form.id)).toBeUndefined()
})

test('P17 reading a file leaves a line in the audit log', async () => {
  const form = file()
  await world.as(coordinator).post('/volunteers', form)
  await world.as(coordinator).get(`/volunteers/${form.id}`)
  const lines = await world.database.owner
    .selectFrom('audit.line')
    .select('action')
    .where('subject_id', '=', form.id)
    .orderBy('sequence')
    .execute()
  expect(lines.map(({ action }) => action)).toEqual(['make volunteer file', 'read volunteer file'])
})

test('a place that the municipality does not have cannot be refused', async () => {
  const form = file({ name: 'Zonder Plaats' })
  const as = world.as(coordinator)
  await as.post('/volunteers', form)
  const refuse = (kind: string, placeId: string) => as.post(`/volunteers/${form.id}/refusals`, { kind, placeId })
  expect((await refuse('address', uuidv7())).status).toBe(404)
  expect((await refuse('street', uuidv7())).status).toBe(404)
  expect((await refuse('house', uuidv7())).status).toBe(400)
})
