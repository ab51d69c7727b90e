import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import type { StaffActor } from '../../../platform/access/actor.ts'
import { careOf } from './care-store.ts'
import { askDebriefs, debriefsIn } from './debrief-store.ts'
import { exitTalkOf } from './exit-talk-store.ts'

let world: World
let municipality: TestMunicipality
let coordinator: StaffActor
let mia: StaffActor
beforeAll(async () => {
  world = await openWorld()
  municipality = await makeMunicipality(world)
  coordinator = await makeStaff(world, municipality, { name: 'Sofie De Wilde' })
  mia = await makeStaff(world, municipality, { role: 'visitor', secrecy: 'dutyOfDiscretion', name: 'Mia Claes' })
})
beforeEach(() => world.setNow('2026-11-23T08:00:00Z'))
afterAll(() => world.close())

async function volunteer(over: Record<string, string> = {}): Promise<string> {
  const file = { id: uuidv7(), name: 'Mia Claes', birthYear: '1960', ...over }
  expect((await world.as(coordinator).post('/volunteers', file)).status).toBe(303)
  return file.id
}
const post = (path: string, form: Record<string, string> = {}, as = coordinator) => world.as(as).post(path, form)
const careSeenBy = (actor: StaffActor, id: string) => world.app.transact(actor, (tx) => careOf(tx, id))
const textOf = async (path: string, as = coordinator) => (await world.as(as).get(path)).text()

test('training is noted by topic, with the day, and a day to come is refused beside its field', async () => {
  const id = await volunteer()
  expect((await post(`/volunteers/${id}/trainings`, { topic: 'safety', on: '2026-11-02' })).status).toBe(303)
  const refused = await post(`/volunteers/${id}/trainings`, { topic: 'listening', on: '2026-11-24' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('href="#f-on-training-listening"')
  expect((await careSeenBy(coordinator, id)).trainings).toEqual([{ topic: 'safety', followedOn: '2026-11-02' }])
})

test('of a formality only the day it was settled is kept, and which ones there are is help on the page', async () => {
  const id = await volunteer()
  expect(await textOf(`/volunteers/${id}/care`)).toContain('Werkloosheidsuitkering: vooraf een schriftelijke aangifte')
  expect((await post(`/volunteers/${id}/formalities`, { on: '2026-11-20' })).status).toBe(303)
  const rows = await world.database.owner
    .selectFrom('volunteers.formality')
    .selectAll()
    .where('volunteer_id', '=', id)
    .execute()
  expect(rows.map((row) => Object.keys(row).toSorted())).toEqual([
    ['handled_on', 'municipality_id', 'noted_by', 'volunteer_id', 'zone_id'],
  ])
})

test('a hard visit marked by the volunteer stands on Vandaag with its 48 hours, and is late after them', async () => {
  await volunteer({ userId: mia.userId })
  expect((await post('/my-volunteering/debriefs', {}, mia)).status).toBe(303)
  expect((await post('/my-volunteering/debriefs', {}, mia)).status).toBe(303)
  expect(await textOf('/today')).toContain('1 vrijwilliger heeft een gesprek tegoed')
  expect(await textOf('/volunteers/debriefs')).not.toContain('te laat')
  world.setNow('2026-11-25T08:00:01Z')
  expect(await textOf('/volunteers/debriefs')).toContain('te laat')
  world.setNow('2026-11-26T08:00:00Z')
  expect(await textOf('/today')).toContain('1 dag te laat')
})

test('a talk is kept as held on a day by somebody; holding it twice is told', async () => {
  const id = await volunteer()
  await post(`/volunteers/${id}/debriefs`)
  const [owed] = await world.app.transact(coordinator, (tx) => debriefsIn(tx, { volunteerId: id }))
  const hold = () => post(`/volunteers/${id}/debriefs/${owed?.id}/holding`, { on: '2026-11-23' })
  expect((await hold()).status).toBe(303)
  expect(await textOf(`/volunteers/${id}/care`)).toContain('gehouden op 23 november 2026 door Sofie De Wilde')
  expect((await hold()).status).toBe(409)
})

test('a talk is owed in the own zone only, and not to who has left', async () => {
  const id = await volunteer()
  const left = await volunteer()
  await post(`/volunteers/${left}/ending`)
  const elsewhere = await makeStaff(world, municipality, {
    role: 'visitor',
    secrecy: 'dutyOfDiscretion',
    zoneId: municipality.ocmwZone,
  })
  const ask = (actor: StaffActor) =>
    world.app.transact(actor, (tx) => askDebriefs(tx, { volunteerIds: [id, left], origin: 'alarm', visitedAt: tx.now }))
  await ask(elsewhere)
  expect((await careSeenBy(coordinator, id)).debriefs).toEqual([])
  await ask(mia)
  expect((await careSeenBy(coordinator, id)).debriefs).toHaveLength(1)
  expect((await careSeenBy(coordinator, left)).debriefs).toEqual([])
})

test('who was not heard of for long stands in a list of days by name; a contact takes them off it', async () => {
  const id = await volunteer({ name: 'Stille Simon' })
  expect(await textOf('/volunteers/not-heard')).toContain('Stille Simon')
  await post(`/volunteers/${id}/contacts`, { on: '2026-09-24' })
  expect(await textOf('/volunteers/not-heard?days=60')).toContain('24 september 2026')
  expect(await textOf('/volunteers/not-heard?days=90')).not.toContain('Stille Simon')
  await post(`/volunteers/${id}/contacts`, { on: '2026-11-20' })
  await post(`/volunteers/${id}/contacts`, { on: '2026-10-01' })
  expect((await careSeenBy(coordinator, id)).contactOn).toBe('2026-11-20')
  expect(await textOf('/volunteers/not-heard')).not.toContain('Stille Simon')
})

test('on leaving the organisation asks what it can learn; the text is sealed and each reading is in the log', async () => {
  const id = await volunteer({ name: 'Greet Gaat' })
  const ended = await post(`/volunteers/${id}/ending`)
  expect(ended.headers.get('location')).toBe(`/volunteers/${id}/exit-talk`)
  const talk = { version: '0', heldOn: '2026-11-20', learned: 'De rondes waren te lang.' }
  expect((await post(`/volunteers/${id}/exit-talk`, talk)).status).toBe(303)
  expect((await post(`/volunteers/${id}/exit-talk`, talk)).status).toBe(409)
  expect(await textOf(`/volunteers/${id}/exit-talk`)).toContain('De rondes waren te lang.')
  const row = await world.database.owner
    .selectFrom('volunteers.exit_talk')
    .select('learned_sealed')
    .where('volunteer_id', '=', id)
    .executeTakeFirstOrThrow()
  expect(row.learned_sealed.includes('rondes')).toBe(false)
  const lines = await world.database.owner
    .selectFrom('audit.line')
    .select('action')
    .where('subject_id', '=', id)
    .where('action', 'like', '%exit talk')
    .orderBy('sequence')
    .execute()
  expect(lines.map(({ action }) => action)).toEqual(['keep exit talk', 'read exit talk'])
})

test('P12 a number of a person does not get into the talk on leaving', async () => {
  const id = await volunteer()
  const talk = { version: '0', heldOn: '2026-11-20', learned: 'Bel 85.07.30-033.28' }
  expect((await post(`/volunteers/${id}/exit-talk`, talk)).status).toBe(422)
})

test('the care for a volunteer is read by who guides them and by the volunteer, nobody else', async () => {
  const account = await makeStaff(world, municipality, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  const id = await volunteer({ userId: account.userId })
  await post(`/volunteers/${id}/trainings`, { topic: 'safety', on: '2026-11-02' })
  await post(`/volunteers/${id}/exit-talk`, { version: '0', heldOn: '2026-11-20', learned: 'Dank u.' })
  const matcher = await makeStaff(world, municipality, { role: 'matcher', secrecy: 'dutyOfDiscretion' })
  const partner = await makeStaff(world, municipality, { role: 'partnerCoordinator', zoneId: municipality.ocmwZone })
  const talkSeenBy = (actor: StaffActor) => world.app.transact(actor, (tx) => exitTalkOf(tx, id))
  for (const other of [matcher, partner, mia]) {
    expect((await careSeenBy(other, id)).trainings).toEqual([])
    expect(await talkSeenBy(other)).toBeUndefined()
  }
  expect((await careSeenBy(account, id)).trainings).toHaveLength(1)
  expect((await talkSeenBy(account))?.learned).toBe('Dank u.')
  for (const path of [`/volunteers/${id}/care`, `/volunteers/${id}/exit-talk`, '/volunteers/debriefs'])
    expect([path, (await world.as(matcher).get(path)).status]).toEqual([path, 403])
  expect((await world.as(partner).get(`/volunteers/${id}/care`)).status).toBe(404)
})
