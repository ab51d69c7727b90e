import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freeFile, freezeFile } from '../../../tests/support/frozen-volunteers.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import type { StaffActor } from '../../platform/access/actor.ts'

let world: World
let place: TestMunicipality
let coordinator: StaffActor
let officer: StaffActor
let volunteerId: string
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  coordinator = await makeStaff(world, place)
  officer = await makeStaff(world, place, { role: 'dataProtectionOfficer', secrecy: 'none' })
  volunteerId = uuidv7()
  const file = { id: volunteerId, name: 'Rita Vos', birthYear: '1960' }
  expect((await world.as(coordinator).post('/volunteers', file)).status).toBe(303)
})
afterAll(() => world.close())

const textOf = async (actor: StaffActor, path: string) => (await world.as(actor).get(path)).text()

test('P16 a volunteer can ask to freeze, and the page says what freezing does before it is pressed', async () => {
  expect(await textOf(coordinator, `/rights/new?volunteer=${volunteerId}`)).toContain('value="restrict"')
  const id = uuidv7()
  const request = { id, volunteerId, kind: 'restrict', channel: 'desk', receivedOn: '2026-11-23' }
  expect((await world.as(coordinator).post('/rights', { ...request, identityChecked: 'known' })).status).toBe(303)
  const page = await textOf(coordinator, `/rights/${id}`)
  expect(page).toContain(`action="/rights/${id}/freezing"`)
  expect(page).toContain('op de telefoon staan geen adressen meer')
})

test('P16 the officer alone reads and lets go what a volunteer asked to freeze; the log of the file says who, and why', async () => {
  const id = await freezeFile(world, coordinator, volunteerId)
  const page = await textOf(coordinator, `/rights/${id}`)
  expect(page).toContain('Alleen de functionaris gegevensbescherming')
  expect(page).not.toContain('Rita Vos')
  const copy = uuidv7()
  const asked = {
    id: copy,
    volunteerId,
    kind: 'copy',
    channel: 'desk',
    receivedOn: '2026-11-23',
    identityChecked: 'known',
  }
  expect((await world.as(coordinator).post('/rights', asked)).status).toBe(303)
  expect((await world.as(coordinator).get(`/rights/${copy}/held`)).status).toBe(404)
  expect(await textOf(officer, `/rights/${copy}/held`)).toContain('Rita Vos')
  await freeFile(world, officer, id)
  expect(await textOf(coordinator, `/volunteers/${volunteerId}`)).toContain('Rita Vos')
  const lines = await world.database.owner
    .selectFrom('audit.line')
    .select(['action', 'reason', 'actor_user_id'])
    .where('subject_id', '=', volunteerId)
    .where('action', 'in', ['freeze volunteer file', 'free volunteer file'])
    .orderBy('sequence')
    .execute()
  expect(lines).toEqual([
    { action: 'freeze volunteer file', reason: 'restrict', actor_user_id: coordinator.userId },
    { action: 'free volunteer file', reason: 'settled', actor_user_id: officer.userId },
  ])
})

test('P16 an officer of another zone neither sees nor lets go', async () => {
  const id = await freezeFile(world, coordinator, volunteerId)
  const other = await makeStaff(world, place, {
    role: 'dataProtectionOfficer',
    secrecy: 'none',
    zoneId: place.ocmwZone,
  })
  const form = { version: '1', because: 'settled', isTold: 'yes' }
  expect((await world.as(other).post(`/rights/${id}/freeing`, form)).status).toBe(404)
  await freeFile(world, officer, id)
})
