import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileCard, openCaseOfCard } from '../../../tests/support/cards.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import { spacedCode } from '../../functions/detection/cards/card-code.ts'
import { noteConcern } from '../../functions/detection/safety-concerns/actions.ts'
import { mergeSignals } from '../../functions/detection/signals/merging/merging.ts'
import type { StaffActor } from '../../platform/access/actor.ts'

let world: World
let place: TestMunicipality
let coordinator: StaffActor
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  coordinator = await makeStaff(world, place)
})
afterAll(() => world.close())

const wrongCode = '2222 2222 2222'

/** Sends the form of a request of somebody who is in no register. */
async function ask(over: Record<string, string>, actor: StaffActor = coordinator) {
  // Every try counts for a quarter of an hour.
  world.setNow(new Date(world.now().getTime() + 16 * 60_000))
  const id = uuidv7()
  const form = { id, asker: 'Georgette, 011 00 00 07', kind: 'object', channel: 'phone', receivedOn: '2026-11-23' }
  return { id, answer: await world.as(actor).post('/rights', { ...form, identityChecked: 'calledBack', ...over }) }
}

const standing = (id: string) =>
  world.database.owner
    .selectFrom('detection.signal as s')
    .innerJoin('detection.referral_card as c', 'c.id', 's.id')
    .innerJoin('detection.card_agreement as a', 'a.card_id', 's.id')
    .select(['s.state', 's.closed_because', 'a.withdrawn_by'])
    .select(({ eb }) => eb('c.content_sealed', 'is', null).as('isErased'))
    .where('s.id', '=', id)
    .executeTakeFirstOrThrow()
const ended = { state: 'closed', closed_because: 'withdrawn', withdrawn_by: 'staff', isErased: true }

const requestOf = (id: string) =>
  world.database.owner
    .selectFrom('rights.request')
    .select(['card_id', 'person_id'])
    .where('id', '=', id)
    .executeTakeFirst()
const pageOf = async (id: string) => (await world.as(coordinator).get(`/rights/${id}`)).text()

test.each(['object', 'withdraw'])(
  'P16 a card that waits in the inbox ends and is erased when its code comes with a request to %s',
  async (kind) => {
    const { cardId, code } = await fileCard(world, place)
    const { id, answer } = await ask({ kind, code: spacedCode(code).toLowerCase() })
    expect(answer.status).toBe(303)
    expect(await standing(cardId)).toEqual(ended)
    expect(await requestOf(id)).toEqual({ card_id: cardId, person_id: null })
    expect(await pageOf(id)).toContain('Het akkoord op het kaartje is ingetrokken op 23 november 2026')
    expect(await (await world.as(coordinator).get(`/inbox/${cardId}`)).text()).toContain('Trok het akkoord in')
  },
)

test('P16 a request to have a copy bears the card of its code, which goes on; the copy has what the card says', async () => {
  const { cardId, code } = await fileCard(world, place, { wish: 'Iemand om mee te kaarten.' })
  const { id } = await ask({ kind: 'copy', code })
  expect(await standing(cardId)).toMatchObject({ state: 'received', isErased: false })
  expect(await (await world.as(coordinator).get(`/rights/${id}/held.json`)).text()).toContain('mee te kaarten')
})

test('P16 a wrong code is refused at its field: nothing is noted, nothing ends, and the log has no sign of it', async () => {
  const { id, answer } = await ask({ code: wrongCode })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('Deze code kennen we hier niet')
  expect(page).toContain('Georgette, 011 00 00 07')
  expect(await requestOf(id)).toBeUndefined()
})

test('P9 the code of a card in another data zone is unknown', async () => {
  const { cardId, code } = await fileCard(world, place, { zoneId: place.ocmwZone })
  const { id, answer } = await ask({ code })
  expect([answer.status, await requestOf(id)]).toEqual([422, undefined])
  expect(await standing(cardId)).toMatchObject({ state: 'received', isErased: false })
})

test('P16 a colleague who types codes again and again is stopped, as on the public site, and still notes without one', async () => {
  const other = await makeStaff(world, place)
  const form = { asker: 'Iemand', kind: 'object', channel: 'desk', receivedOn: '2026-11-23', identityChecked: 'known' }
  const statuses = []
  for (let tries = 0; tries < 11; tries += 1)
    statuses.push((await world.as(other).post('/rights', { ...form, id: uuidv7(), code: wrongCode })).status)
  expect(statuses).toEqual([...Array(10).fill(422), 429])
  expect((await world.as(other).post('/rights', { ...form, id: uuidv7() })).status).toBe(303)
})

test.each([
  ['view', 'Wie hier werkt of vrijwilliger is'],
  ['copy', 'Wie hier werkt of vrijwilliger is'],
  ['correct', 'Een contactpersoon verbetert u op de fiche'],
  ['restrict', 'Een contactpersoon van een organisatie'],
  ['object', 'Noteer het adres bij de campagne'],
  ['withdraw', 'Typ dan de code'],
] as const)('P16 of a request to %s that is of nobody here the page says what can be done', async (kind, words) => {
  const { id } = await ask({ kind })
  expect(await pageOf(id)).toContain(words)
})

test('P16 a sheet that is found later is added to the request, once', async () => {
  const { cardId, code } = await fileCard(world, place)
  const { id } = await ask({})
  expect(await pageOf(id)).toContain(`action="/rights/${id}/card"`)
  const add = (typed: string) => world.as(coordinator).post(`/rights/${id}/card`, { version: '1', code: typed })
  const wrong = await add(wrongCode)
  expect([wrong.status, (await wrong.text()).includes('Deze code kennen we hier niet')]).toEqual([422, true])
  expect((await add(code)).status).toBe(303)
  expect(await standing(cardId)).toEqual(ended)
  expect((await add(code)).status).toBe(409)
})

test('P16 a card that was merged into another is erased, and who has the other one must look at it today', async () => {
  const [first, double] = [await fileCard(world, place), await fileCard(world, place)]
  const pair = { signalId: first.signalId, version: 1, other: double.signalId }
  await mergeSignals({ transact: world.app.transact }, coordinator, pair)
  await ask({ code: double.code })
  expect(await standing(double.cardId)).toMatchObject({ isErased: true })
  expect(await standing(first.cardId)).toMatchObject({ state: 'received', isErased: false })
})

test('P16 of a card that became a case the person is known: help goes on, and visits are stopped as for anybody', async () => {
  const { cardId, code } = await fileCard(world, place)
  const { personId } = await openCaseOfCard(world, coordinator, cardId)
  const { id } = await ask({ code })
  expect(await requestOf(id)).toEqual({ card_id: cardId, person_id: personId })
  expect(await standing(cardId)).toMatchObject({ state: 'case', withdrawn_by: null })
  const page = await pageOf(id)
  expect(page).toContain('Een dossier sluit niet vanzelf')
  expect(page).toContain(`action="/rights/${id}/objection"`)
  const { answer } = await ask({ code, personId: await anotherPerson() })
  expect([answer.status, (await answer.text()).includes('van iemand anders uit het register')]).toEqual([422, true])
})

test('P6 of a card that went to the safety track the page says what it says of any other that ended', async () => {
  const [danger, declined] = [await fileCard(world, place), await fileCard(world, place)]
  const second = await makeStaff(world, place, { role: 'socialWorker' })
  const noted = await noteConcern({ transact: world.app.transact }, coordinator, {
    id: uuidv7(),
    signalId: danger.signalId,
    firstUserId: coordinator.userId,
    secondUserId: second.userId,
    isAboutChild: false,
    content: 'Blauwe plekken.',
  })
  expect(noted.kind).toBe('noted')
  await world.as(coordinator).post(`/inbox/${declined.signalId}/closing`, { version: '1', because: 'mistake' })
  const seen = async (code: string) => {
    const { id, answer } = await ask({ code })
    const page = await pageOf(id)
    return [
      answer.status,
      page
        .replaceAll(id, '')
        .replace(/\/inbox\/[0-9a-f-]{36}/g, '')
        .replace(/[\w-]{20,}/g, ''),
    ]
  }
  expect(await seen(danger.code)).toEqual(await seen(declined.code))
  expect(await standing(danger.cardId)).toMatchObject({
    closed_because: 'safetyConcern',
    withdrawn_by: 'staff',
    isErased: false,
  })
  const { rows } = await concernsOf(danger.signalId)
  expect(rows).toHaveLength(1)
})

test('P16 who lost the sheet is helped from the card in the inbox of who covers it, and nobody else starts there', async () => {
  const { cardId } = await fileCard(world, place)
  expect(await (await world.as(coordinator).get(`/inbox/${cardId}`)).text()).toContain(`/rights/new?card=${cardId}`)
  const form = await (await world.as(coordinator).get(`/rights/new?card=${cardId}`)).text()
  expect(form).toContain(`name="cardId" value="${cardId}"`)
  expect(form).not.toContain('Georgette')
  const elsewhere = await makeStaff(world, place, { zoneId: place.ocmwZone })
  expect((await ask({ cardId, asker: '' }, elsewhere)).answer.status).toBe(404)
  const { id, answer } = await ask({ cardId, asker: '' })
  expect(answer.status).toBe(303)
  expect(await standing(cardId)).toEqual(ended)
  expect(await pageOf(id)).toContain(`/inbox/${cardId}`)
})

test('P16 a person in the register who shows the code of a card that waits freezes both, and both are let go', async () => {
  const { cardId, code } = await fileCard(world, place)
  const personId = await anotherPerson()
  const { id } = await ask({ kind: 'restrict', code, personId })
  const frozen = async () => {
    const of = (table: 'people.person' | 'detection.signal', row: string) =>
      world.database.owner.selectFrom(table).select('frozen_on').where('id', '=', row).executeTakeFirstOrThrow()
    return [(await of('people.person', personId)).frozen_on, (await of('detection.signal', cardId)).frozen_on]
  }
  expect((await world.as(coordinator).post(`/rights/${id}/freezing`, {})).status).toBe(303)
  expect(await frozen()).toEqual(['2026-11-23', '2026-11-23'])
  expect((await world.as(await officerOf()).post(`/rights/${id}/freeing`, freeing)).status).toBe(303)
  expect(await frozen()).toEqual([null, null])
})

test('P16 a form that is sent again with a code ends no card that the request does not bear', async () => {
  const { cardId, code } = await fileCard(world, place)
  const { id } = await ask({})
  expect((await ask({ id, code })).answer.status).toBe(303)
  expect(await requestOf(id)).toEqual({ card_id: null, person_id: null })
  expect(await standing(cardId)).toMatchObject({ state: 'received', isErased: false })
  expect(await pageOf(id)).toContain(`action="/rights/${id}/card"`)
})

test('P16 a frozen card stays as it is until it is let go, and ends then', async () => {
  const { cardId, code } = await fileCard(world, place)
  const { id: restriction } = await ask({ kind: 'restrict', code })
  expect((await world.as(coordinator).post(`/rights/${restriction}/freezing`, {})).status).toBe(303)
  const { id } = await ask({ code })
  expect(await standing(cardId)).toMatchObject({ state: 'received', isErased: false })
  expect((await world.as(await officerOf()).post(`/rights/${restriction}/freeing`, freeing)).status).toBe(303)
  expect(await pageOf(id)).toContain('Beëindig het kaartje')
  const end = () => world.as(coordinator).post(`/rights/${id}/card/ending`, { version: '1' })
  expect([(await end()).status, (await end()).status]).toEqual([303, 303])
  expect(await standing(cardId)).toEqual(ended)
  const events = await world.database.owner
    .selectFrom('detection.signal_event')
    .select('kind')
    .where('signal_id', '=', cardId)
    .where('kind', '=', 'agreementWithdrawn')
    .execute()
  expect(events).toHaveLength(1)
})

test('P16 no address, log line or error bears the code', async () => {
  const { code } = await fileCard(world, place)
  const { answer } = await ask({ code })
  expect(answer.headers.get('location')).not.toContain(code)
  const lines = await world.database.owner.selectFrom('audit.line').selectAll().execute()
  expect(lines.length).toBeGreaterThan(10)
  expect(JSON.stringify(lines)).not.toContain(code)
})

const freeing = { version: '1', because: 'objectionDecided', isTold: 'yes' }
const officerOf = () => makeStaff(world, place, { role: 'dataProtectionOfficer', secrecy: 'none' })

async function anotherPerson(): Promise<string> {
  const { cardId } = await fileCard(world, place)
  return (await openCaseOfCard(world, coordinator, cardId)).personId
}

const concernsOf = async (signalId: string) => ({
  rows: await world.database.owner
    .selectFrom('detection.safety_concern')
    .select('id')
    .where('signal_id', '=', signalId)
    .execute(),
})
