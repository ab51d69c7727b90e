import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeRound, type TestRound } from '../../../../../tests/support/visits.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../../tests/support/world.ts'
import { takeInActs } from '../acts/take-in-acts.ts'
import type { ActAnswer, ActsAnswer } from '../acts/visit-act.ts'
import { escalateOutings } from '../jobs.ts'
import type { RoundsAnswer } from './rounds-answer.ts'

let world: World
let municipality: TestMunicipality
let round: TestRound
beforeAll(async () => {
  world = await openWorld()
  municipality = await makeMunicipality(world)
  round = await makeRound(world, municipality, { doors: 20 })
})
afterAll(() => world.close())

const at = '2026-11-23T07:30:00.000Z'
const doorOf = (index: number) => round.doors[index]?.id ?? ''
const visitAct = (index: number, body: Record<string, unknown> = {}) => ({
  id: uuidv7(),
  kind: 'recordVisit',
  at,
  visitId: uuidv7(),
  body: { roundAddressId: doorOf(index), outcome: 'pleasantTalk', ...body },
})
const cardAct = (visitId: string, over: Record<string, unknown> = {}) => ({
  id: uuidv7(),
  kind: 'fillCard',
  at,
  visitId,
  body: {
    card: {
      id: uuidv7(),
      source: 'visitor',
      channel: 'homeVisit',
      wish: 'Iemand om mee te wandelen',
      phone: '0470 00 00 00',
      language: 'nl',
      needsInterpreter: false,
      agreement: { mayTell: 'mijn vraag', toWhom: ['coordinator'], given: 'spoken' },
      urgency: 'ordinary',
      filledInBy: 'Anna',
      filledInOn: '2026-11-23',
      ...over,
    },
  },
})

async function send(acts: readonly unknown[], visitor = round.visitor): Promise<readonly ActAnswer[]> {
  const response = await world.as(visitor).postJson('/api/visits/acts', { visitor: visitor.userId, acts })
  expect(response.status).toBe(200)
  return ((await response.json()) as ActsAnswer).answers
}
const statusOf = (answers: readonly ActAnswer[]) =>
  answers.map((answer) => (answer.status === 'refused' ? answer.reason : answer.status))
const count = async (table: string, id: string) => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.raw(table)} where id = ${id}`.execute(world.database.owner)
  return rows[0]?.count
}
const rounds = async (visitor = round.visitor) =>
  (await (await world.as(visitor).get('/api/visits/rounds')).json()) as RoundsAnswer

test('a visitor gets the own rounds with doors in walking order, and nobody’s name but the partner’s', async () => {
  const answer = await rounds()
  expect(answer.rounds).toMatchObject([{ id: round.round, partner: 'Roos Peeters', isCheckedIn: false }])
  expect(answer.rounds[0]?.doors.map(({ number }) => number).slice(0, 3)).toEqual(['1', '2', '3'])
})

test('a visit, its card and its correction arrive together and are committed when answered', async () => {
  const visit = visitAct(0, { outcome: 'cardFilled' })
  const card = cardAct(visit.visitId)
  expect(statusOf(await send([visit, card]))).toEqual(['applied', 'applied'])
  expect(await count('detection.visit', visit.visitId)).toBe(1)
  expect(await count('detection.signal', card.body.card.id)).toBe(1)
  expect((await rounds()).rounds[0]?.doors[0]).toMatchObject({ state: 'done', outcome: 'cardFilled' })
  expect((await rounds()).cards).toMatchObject([{ id: card.body.card.id, status: 'received' }])
})

test('sending the same acts again changes nothing, also twice in one request', async () => {
  const visit = visitAct(1)
  expect(statusOf(await send([visit, visit]))).toEqual(['applied', 'duplicate'])
  expect(statusOf(await send([visit]))).toEqual(['duplicate'])
  expect(await count('detection.visit', visit.visitId)).toBe(1)
})

test('acts of one visit are applied in the order sent, whatever their moments say', async () => {
  const visit = visitAct(14)
  const correction = (sentence: string, moment: string) => ({
    id: uuidv7(),
    kind: 'correctVisit',
    at: moment,
    visitId: visit.visitId,
    body: { outcome: 'pleasantTalk', sentence },
  })
  // A phone whose clock was put back between two corrections.
  const first = correction('Eerst dit.', '2026-11-23T07:40:00.000Z')
  const second = correction('Dan dit.', '2026-11-23T07:20:00.000Z')
  const between = visitAct(15)
  expect(statusOf(await send([visit, first, between, second]))).toEqual(['applied', 'applied', 'applied', 'applied'])
  expect((await rounds()).visits.find(({ id }) => id === visit.visitId)).toMatchObject({
    sentence: 'Dan dit.',
    version: 3,
  })
})

test('an act or visit whose identifier is no UUID of version 7 is kept for a person, not applied', async () => {
  const visit = { ...visitAct(16), id: randomUUID() }
  const other = { ...visitAct(16), visitId: randomUUID() }
  expect(statusOf(await send([visit, other]))).toEqual(['malformed', 'malformed'])
  for (const { id, visitId } of [visit, other]) {
    expect(await count('detection.refused_act', id)).toBe(1)
    expect(await count('detection.visit', visitId)).toBe(0)
  }
})

test('an act that nests without end is refused by itself, and stops neither the others nor the program', async () => {
  const nested: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)
  const deep = { ...visitAct(16), body: nested }
  // Past the browser of the tests, which could not write it either.
  expect(statusOf(await takeInActs(world.app, round.visitor, [deep, visitAct(16)]))).toEqual(['malformed', 'applied'])
  expect(await count('detection.refused_act', deep.id)).toBe(1)
})

test('what is answered as applied is there for whoever looks at that moment', async () => {
  for (const index of [17, 18, 19]) {
    const visit = visitAct(index)
    const [answer] = await send([visit])
    // A connection of its own sees only what is committed.
    expect([answer?.status, await count('detection.visit', visit.visitId)]).toEqual(['applied', 1])
  }
})

test('two sending at once do it once', async () => {
  const visit = visitAct(2)
  const both = await Promise.all([send([visit]), send([visit])])
  expect(both.flatMap(statusOf).sort()).toEqual(['applied', 'duplicate'])
})

test('one bad act is kept for a coordinator and the others are applied', async () => {
  const good = visitAct(3)
  const bad = { ...visitAct(4), body: { roundAddressId: doorOf(4), outcome: 'excellent' } }
  const foreign = visitAct(5, { roundAddressId: uuidv7() })
  const orphan = cardAct(uuidv7())
  const answers = await send([bad, good, foreign, orphan])
  expect(new Map(answers.map((answer, index) => [answer.id, statusOf(answers)[index]]))).toEqual(
    new Map([
      [bad.id, 'malformed'],
      [good.id, 'applied'],
      [foreign.id, 'notYourRound'],
      [orphan.id, 'visitUnknown'],
    ]),
  )
  for (const { id } of [bad, foreign, orphan]) expect(await count('detection.refused_act', id)).toBe(1)
  // The same again is the same refusal, and no second piece of work.
  expect(statusOf(await send([orphan]))).toEqual(['visitUnknown'])
  expect(await count('detection.refused_act', orphan.id)).toBe(1)
})

test('an act that the database itself refuses is set aside alone', async () => {
  const [before, after] = [visitAct(6), visitAct(7)]
  // There is no year 0 for PostgreSQL, though there is for the schema.
  const poison = { id: uuidv7(), kind: 'checkIn', at: '0000-01-01T00:00:00.000Z', body: { roundId: round.round } }
  expect(statusOf(await send([before, poison, after]))).toEqual(['applied', 'unexpected', 'applied'])
  expect(await count('detection.refused_act', poison.id)).toBe(1)
  expect(statusOf(await send([poison]))).toEqual(['unexpected'])
})

test('P8 what a visitor handed over can be read for 24 hours and no longer', async () => {
  const visit = visitAct(8, { sentence: 'Vertelt graag over vroeger.' })
  await send([visit])
  const before = world.now()
  expect((await rounds()).visits.find(({ id }) => id === visit.visitId)).toMatchObject({
    sentence: 'Vertelt graag over vroeger.',
    version: 1,
  })
  world.setNow(new Date(before.getTime() + 24 * 3_600_000 + 1000))
  expect((await rounds()).visits.find(({ id }) => id === visit.visitId)).toBeUndefined()
  const late = { id: uuidv7(), kind: 'correctVisit', at, visitId: visit.visitId, body: { outcome: 'noWish' } }
  expect(statusOf(await send([late]))).toEqual(['handedOver'])
  world.setNow(before)
})

test('P8 P23 the sentence is sealed, and reading the own note is noted', async () => {
  const visit = visitAct(9, { sentence: 'Houdt van kaarten.' })
  await send([visit])
  await rounds()
  const { rows } = await sql<{ plain: boolean; reads: number }>`
    select position(convert_to('kaarten', 'UTF8') in sentence_sealed) > 0 as plain,
      (select count(*)::int from audit.line where action = 'read visit' and subject_id = ${visit.visitId}) as reads
    from detection.visit where id = ${visit.visitId}`.execute(world.database.owner)
  expect(rows[0]).toEqual({ plain: false, reads: 1 })
})

test('a door a visitor would rather not ring at goes to another pair, without a reason', async () => {
  const act = { id: uuidv7(), kind: 'refuseAddress', at, body: { roundAddressId: doorOf(10) } }
  expect(statusOf(await send([act]))).toEqual(['applied'])
  expect((await rounds()).rounds[0]?.doors.some(({ id }) => id === doorOf(10))).toBe(false)
})

test('an address that wants no visit is refused, and its note is not kept as a visit', async () => {
  const { owner } = world.database
  await owner
    .insertInto('detection.campaign_opt_out')
    .values({
      municipality_id: municipality.id,
      zone_id: municipality.municipalityZone,
      campaign_id: round.campaign,
      address_id: round.doors[11]?.addressId ?? '',
      channel: 'phone',
      noted_on: '2026-11-22',
    })
    .execute()
  const visit = visitAct(11)
  expect(statusOf(await send([visit]))).toEqual(['optedOut'])
  expect(await count('detection.visit', visit.visitId)).toBe(0)
})

test('acts of one visitor are not taken in the session of another', async () => {
  const other = await makeStaff(world, municipality, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  const response = await world
    .as(other)
    .postJson('/api/visits/acts', { visitor: round.visitor.userId, acts: [visitAct(12)] })
  expect(response.status).toBe(409)
  expect(statusOf(await send([visitAct(12)], other))).toEqual(['notYourRound'])
})

test('another role, nobody, and a form of another site get nothing', async () => {
  const matcher = await makeStaff(world, municipality, { role: 'matcher', secrecy: 'dutyOfDiscretion' })
  expect((await world.as(matcher).get('/api/visits/rounds')).status).toBe(403)
  expect((await world.as().get('/api/visits/rounds')).status).toBe(401)
  expect((await world.as(round.visitor).post('/api/visits/acts', { acts: '[]' })).status).toBe(400)
})

test('a visitor of another municipality sees no round and applies no act', async () => {
  const elsewhere = await makeMunicipality(world, 'Elders', '99002')
  const stranger = await makeStaff(world, elsewhere, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  expect((await rounds(stranger)).rounds).toEqual([])
  expect(statusOf(await send([visitAct(13)], stranger))).toEqual(['notYourRound'])
})

test('P22 who is not back in time is brought to the coordinator on call once, by a mail without content', async () => {
  const { owner } = world.database
  await owner
    .updateTable('identity.membership')
    .set({ is_on_call: true })
    .where('account_id', '=', round.coordinator.userId)
    .execute()
  const checkIn = {
    id: uuidv7(),
    kind: 'checkIn',
    at,
    body: { roundId: round.round, expectedBackAt: '2026-11-23T07:45:00.000Z' },
  }
  expect(statusOf(await send([checkIn]))).toEqual(['applied'])
  expect((await rounds()).rounds[0]?.isCheckedIn).toBe(true)
  await escalateOutings(world.app, municipality.id)
  await escalateOutings(world.app, municipality.id)
  const { rows } = await sql<{ escalated: number }>`
    select count(*)::int as escalated from audit.line where action = 'escalate outing' and subject_id = ${checkIn.id}`.execute(
    owner,
  )
  expect(rows[0]?.escalated).toBe(1)
  const page = await (await world.as(round.coordinator).get('/outings')).text()
  expect(page).toContain(round.visitor.name)
  expect(page).toContain('te laat')
  const checkOut = { id: uuidv7(), kind: 'checkOut', at, body: { roundId: round.round } }
  expect(statusOf(await send([checkOut]))).toEqual(['applied'])
  expect((await rounds()).rounds[0]?.isCheckedIn).toBe(false)
})

test('ten thousand acts of one phone are taken in at once', async () => {
  const many = await makeRound(world, municipality, { doors: 10_000 })
  const acts = many.doors.map(({ id }) => ({
    id: uuidv7(),
    kind: 'recordVisit',
    at,
    visitId: uuidv7(),
    body: { roundAddressId: id, outcome: 'notHome', sentence: 'Niemand thuis.' },
  }))
  const answers = await send(acts, many.visitor)
  expect(new Set(statusOf(answers))).toEqual(new Set(['applied']))
})
