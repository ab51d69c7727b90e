import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileCard } from '../../../tests/support/cards.ts'
import { doWaitingJobs } from '../../../tests/support/jobs.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../platform/access/actor.ts'
import { waitingInAudit } from '../../platform/audit/index.ts'
import { demoWorld } from '../../platform/demo/demo-world.ts'
import { demoPlaces } from '../places/index.ts'
import { isOwnName } from './odd-look.ts'
import { createPerson } from './person-store.ts'

let world: World
let place: TestMunicipality
let officer: StaffActor
let home: string
let otherHome: string

beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  officer = await makeStaff(world, place, { role: 'dataProtectionOfficer', secrecy: 'none' })
  const { addresses } = await world.app.transact(systemActor(place.id, 'test'), (tx) =>
    demoPlaces(tx, demoWorld(7, place.id, '2026-11-23')),
  )
  home = addresses[0]?.id ?? ''
  otherHome = addresses[1]?.id ?? ''
})
afterAll(() => world.close())

const register = (by: StaffActor, givenName: string, familyName: string, addressId?: string) =>
  world.app.transact(by, async (tx) => {
    const id = uuidv7()
    await createPerson(tx, { id, zoneId: by.zoneId, givenName, familyName, ...(addressId && { addressId }) })
    return id
  })
const look = async (who: StaffActor, id: string) => expect((await world.as(who).get(`/people/${id}`)).status).toBe(200)

/** What the log says is odd about the looks of somebody. */
const oddOf = async (who: StaffActor) => {
  const lines = await world.database.owner
    .selectFrom('audit.line')
    .select('details')
    .where('actor_user_id', '=', who.userId)
    .orderBy('sequence')
    .execute()
  return lines.flatMap(({ details }) => (details as { readonly odd?: string }).odd ?? [])
}
const oddDays = async () =>
  (await world.app.transact(officer, waitingInAudit)).filter(({ message }) => message === 'audit.waiting.odd')

test('P17 who looks at somebody of their own name, or at their own address, is put before the data protection officer', async () => {
  world.setNow('2026-11-24T10:00:00Z')
  const curious = await makeStaff(world, place, { name: 'Sofie De Wilde' })
  const herself = await register(curious, 'Sofie', 'De Wilde', home)
  const husband = await register(curious, 'Jan', 'Pieters', home)
  const neighbour = await register(curious, 'Ann', 'Claes', otherHome)
  await look(curious, neighbour)
  expect(await oddOf(curious)).toEqual([])
  await look(curious, herself)
  await look(curious, husband)
  expect(await oddOf(curious)).toEqual(['ownName', 'ownAddress'])
  expect((await oddDays()).map(({ href }) => href)).toEqual(['/audit?day=2026-11-24'])
  const page = await (await world.as(officer).get('/audit')).text()
  expect(page).toContain('Keek 2 keer naar iemand met de eigen naam of op het eigen adres.')
})

test('P17 the mail to the data protection officer says nothing about who looked or at whom', async () => {
  await doWaitingJobs(world)
  const letters = world.mail.filter(({ to }) => to === `${officer.userId}@test.example`)
  expect(letters.length).toBeGreaterThan(0)
  for (const { subject, text } of letters) expect(subject + text).not.toMatch(/Sofie|Wilde|Pieters|Jan\b/)
})

test('P17 searching the own name counts, also with accents and in another order; another Sofie does not', async () => {
  world.setNow('2026-11-25T10:00:00Z')
  const searching = await makeStaff(world, place, { name: 'Zoë Van Acker' })
  await world.as(searching).get('/people?q=Sofie')
  expect(await oddOf(searching)).toEqual([])
  await world.as(searching).get('/people?q=acker+van+zoe')
  expect(await oddOf(searching)).toEqual(['ownName'])
})

test('P17 a card in the own name counts', async () => {
  world.setNow('2026-11-25T12:00:00Z')
  const reader = await makeStaff(world, place, { name: 'Hilde Mertens' })
  const { cardId } = await fileCard(world, place, { name: 'Hilde Mertens' })
  const other = await fileCard(world, place, { name: 'Omer Mertens' })
  for (const id of [other.cardId, cardId]) expect((await world.as(reader).get(`/inbox/${id}`)).status).toBe(200)
  expect(await oddOf(reader)).toEqual(['ownName'])
})

test('P17 three people of whom nothing is going on, or of another neighbourhood, are outside somebody’s work', async () => {
  world.setNow('2026-11-26T10:00:00Z')
  const colleague = await makeStaff(world, place)
  const browsing = await makeStaff(world, place, { name: 'Bram Vercauteren' })
  const ids = []
  for (const name of ['Een', 'Twee', 'Drie']) ids.push(await register(colleague, name, 'Stilstaand'))
  const fresh = await register(colleague, 'Vier', 'Bezig')
  for (const id of ids) await look(browsing, id)
  expect(await oddOf(browsing)).toEqual([])
  world.setNow('2027-01-12T10:00:00Z')
  const asked = { id: uuidv7(), personId: fresh, kind: 'view', channel: 'desk', receivedOn: '2027-01-12' }
  expect((await world.as(colleague).post('/rights', { ...asked, identityChecked: 'known' })).status).toBe(303)
  await look(browsing, fresh)
  for (const id of ids.slice(0, 2)) await look(browsing, id)
  expect(await oddDays()).toEqual([])
  await look(browsing, ids[2] ?? '')
  expect(await oddOf(browsing)).toEqual(['outsideWork', 'outsideWork', 'outsideWork'])
  expect((await oddDays()).map(({ href }) => href)).toEqual(['/audit?day=2027-01-12'])
})

test.each([
  ['Sofie De Wilde', true],
  ['de wilde sofie', true],
  ['Sofie', false],
  ['De Wilde Jan', false],
  ['', false],
])('%s is the own name of Sofie De Wilde: %s', (typed, expected) => {
  expect(isOwnName(typed, 'Sofie De Wilde')).toBe(expected)
})

test('a name of one word says too little to be somebody’s own', () => {
  expect(isOwnName('Jan', 'Jan')).toBe(false)
})
