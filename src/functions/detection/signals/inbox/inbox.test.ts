import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../../tests/support/world.ts'
import type { StaffActor } from '../../../../platform/access/actor.ts'
import { systemActor } from '../../../../platform/access/actor.ts'
import { cardById } from '../../cards/card-store.ts'
import type { CardToFile } from '../../cards/card-to-file.ts'
import { fileCards } from '../../cards/file-cards.ts'
import { type Signal, signalById } from '../signal-store.ts'

let world: World
let place: TestMunicipality
let coordinator: StaffActor
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  coordinator = await makeStaff(world, place, { name: 'An Peeters' })
})
afterAll(() => world.close())
beforeEach(() => world.setNow('2026-11-23T08:00:00Z'))

async function file(over: Partial<CardToFile> = {}): Promise<string> {
  const id = over.id ?? uuidv7()
  const card: CardToFile = {
    id,
    zoneId: place.municipalityZone,
    source: 'resident',
    channel: 'web',
    wish: 'Ik zou graag iemand hebben die meegaat naar de winkel.',
    name: 'Georgette Maes',
    phone: '011 00 00 07',
    placeText: 'Kerkstraat 12',
    language: 'nl',
    needsInterpreter: false,
    agreement: { mayTell: 'alles', toWhom: ['coordinator'], given: 'spoken' },
    urgency: 'ordinary',
    filledInBy: 'zelf',
    filledInOn: '2026-11-23',
    ...over,
  }
  await world.app.transact(systemActor(place.id, 'test'), (tx) => fileCards(tx, [card]))
  return id
}

async function signal(id: string): Promise<Signal> {
  const found = await world.app.transact(systemActor(place.id, 'test'), (tx) => signalById(tx, id))
  if (!found) throw new Error('no signal')
  return found
}

/** Does an act on the page of a signal as the coordinator, with the version that is there now. */
async function act(id: string, path: string, form: Record<string, string> = {}, as = coordinator) {
  return world.as(as).post(`/inbox/${id}/${path}`, { version: String((await signal(id)).version), ...form })
}

async function upTo(state: 'acknowledged' | 'triaged' | 'contacted' | 'agreed', over: Partial<CardToFile> = {}) {
  const id = await file(over)
  await act(id, 'acknowledgement')
  if (state !== 'acknowledged') await act(id, 'triage', { as: 'ordinary' })
  if (state === 'contacted' || state === 'agreed') await act(id, 'contact-attempts', { way: 'phone', reached: 'yes' })
  if (state === 'agreed') await act(id, 'agreement')
  return id
}

test('a card goes from the inbox through triage and a call to an open case', async () => {
  const id = await upTo('agreed')
  expect((await signal(id)).state).toBe('agreed')
  const page = await world.as(coordinator).get(`/inbox/${id}/case`)
  expect(await page.text()).toContain('value="Georgette"')
  const personId = uuidv7()
  const opened = await act(id, 'case', {
    person: 'new',
    newPersonId: personId,
    givenName: 'Georgette',
    familyName: 'Maes',
  })
  const after = await signal(id)
  expect([opened.status, opened.headers.get('location')]).toEqual([303, `/cases/${after.caseId}`])
  expect(after).toMatchObject({ state: 'case', caseProgress: 'takenUp', personId, dueOn: null })
})

test('the inbox shows what was promised first on top', async () => {
  const late = await file({ name: 'Later Beloofd' })
  const soon = await file({ name: 'Eerst Beloofd', urgency: 'urgent' })
  const page = await (await world.as(coordinator).get('/inbox')).text()
  expect(page.indexOf(soon)).toBeGreaterThan(-1)
  expect(page.indexOf(soon)).toBeLessThan(page.indexOf(late))
})

test('searching with a typing error finds the card, and the address holds no name', async () => {
  await file({ name: 'Zulma Vanderschueren', placeText: 'Molenstraat 4' })
  await file({ name: 'Kamiel Desmedt', placeText: 'Molenstraat 6' })
  const asked = await world
    .as(coordinator)
    .post('/inbox/search', { words: 'zulma vandreschueren', filter: '/inbox?state=all' })
  const address = asked.headers.get('location') ?? ''
  expect(address).toMatch(/^\/inbox\?state=all&q=/)
  expect(decodeURIComponent(address)).not.toMatch(/zulma|schueren/i)
  const page = await (await world.as(coordinator).get(address)).text()
  expect(page).toContain('Zulma Vanderschueren')
  expect(page).not.toContain('Kamiel Desmedt')
})

test('filters stand in the address', async () => {
  const id = await upTo('triaged', { name: 'Alleen Dit' })
  await act(id, 'assignment', { to: coordinator.userId })
  const page = await (await world.as(coordinator).get('/inbox?state=triaged&assignee=me')).text()
  expect(page).toContain('Alleen Dit')
  expect(await (await world.as(coordinator).get('/inbox?state=declined')).text()).toContain('Niets gevonden')
})

test('what is no identifier in the address filters nothing', async () => {
  const query = `neighbourhood=${'-'.repeat(36)}&assignee=${'f'.repeat(36)}`
  expect((await world.as(coordinator).get(`/inbox?${query}`)).status).toBe(200)
})

test('a step out of order is refused with what to do first', async () => {
  const id = await file()
  const answer = await act(id, 'agreement')
  expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('Spreek eerst met de persoon')])
})

test('who acts on a card that a colleague changed meanwhile is told so', async () => {
  const id = await file()
  await act(id, 'acknowledgement')
  const answer = await act(id, 'triage', { as: 'ordinary', version: '1' })
  expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('Een collega was u voor')])
})

test('a note with a national number is sent back with 422', async () => {
  const id = await upTo('triaged')
  const answer = await act(id, 'contact-attempts', { way: 'phone', reached: 'no', note: '85.07.30-033.28' })
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('Haal het rijksregisternummer')])
})

test('a decline keeps only that: the content of the card is erased, with a day to ask again if wished', async () => {
  const id = await upTo('contacted')
  const answer = await act(id, 'decline', { reofferOn: '2027-03-01' })
  expect(answer.status).toBe(303)
  const card = await world.app.transact(coordinator, (tx) => cardById(tx, id))
  expect(card).toMatchObject({ content: undefined, agreement: { mayTell: undefined } })
  expect(await signal(id)).toMatchObject({ state: 'declined', reofferOn: '2027-03-01', dueOn: null })
  const row = await world.database.owner
    .selectFrom('detection.referral_card')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect([row.word_numbers, row.name_tokens, row.phone_digest]).toEqual([[], [], null])
})

test('P17 opening a card writes an audit line with the purpose', async () => {
  const id = await file()
  await world.as(coordinator).get(`/inbox/${id}`)
  const line = await world.database.owner
    .selectFrom('audit.line')
    .select(['action', 'reason', 'actor_user_id'])
    .where('subject_id', '=', id)
    .where('action', '=', 'read card')
    .executeTakeFirst()
  expect(line).toEqual({ action: 'read card', reason: 'work in the inbox', actor_user_id: coordinator.userId })
})

test.each([
  ['a coordinator without professional secrecy', { secrecy: 'dutyOfDiscretion' }],
  ['a social worker', { role: 'socialWorker' }],
  ['a visitor', { role: 'visitor', secrecy: 'dutyOfDiscretion' }],
  ['a data protection officer', { role: 'dataProtectionOfficer', secrecy: 'none' }],
] as const)('P5 P6 the inbox is closed to %s', async (_who, over) => {
  const other = await makeStaff(world, place, over)
  expect((await world.as(other).get('/inbox')).status).toBe(403)
})

test('P9 a coordinator of another zone finds no card of this one', async () => {
  const id = await file({ name: 'Van Deze Zone' })
  const other = await makeStaff(world, place, { zoneId: place.ocmwZone })
  expect((await world.as(other).get(`/inbox/${id}`)).status).toBe(404)
  expect(await (await world.as(other).get('/inbox?state=all')).text()).not.toContain('Van Deze Zone')
})

test('P22 a colleague to whom a card is given gets a mail that says nothing of it', async () => {
  const id = await file({ name: 'Geheime Naam' })
  const colleague = await makeStaff(world, place)
  await act(id, 'assignment', { to: colleague.userId })
  const { rows } = await import('kysely').then(({ sql }) =>
    sql<{
      payload: unknown
    }>`select payload from graphile_worker._private_jobs where key = ${`identity.tellColleague:${colleague.userId}`}`.execute(
      world.database.owner,
    ),
  )
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('Geheime')
})

test('a card cannot be given to somebody who may not read it', async () => {
  const id = await file()
  const visitor = await makeStaff(world, place, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  expect((await act(id, 'assignment', { to: visitor.userId })).status).toBe(409)
})
