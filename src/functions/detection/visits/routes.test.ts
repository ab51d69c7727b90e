import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeRound, type TestRound } from '../../../../tests/support/visits.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import type { ActsAnswer } from './acts/visit-act.ts'

let world: World
let municipality: TestMunicipality
let round: TestRound
beforeAll(async () => {
  world = await openWorld()
  municipality = await makeMunicipality(world)
  round = await makeRound(world, municipality, { doors: 4 })
})
afterAll(() => world.close())

const at = '2026-11-23T07:30:00.000Z'
const send = async (acts: readonly unknown[]) => {
  const { visitor } = round
  const response = await world.as(visitor).postJson('/api/visits/acts', { visitor: visitor.userId, acts })
  return ((await response.json()) as ActsAnswer).answers
}
const entryPath = () => `/campaigns/${round.campaign}/rounds/${round.round}/entry`
const doorId = (index: number) => round.doors[index]?.id ?? ''
const hiddenOf = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/name="((?:act|visit)-[^"]+)" value="([^"]+)"/g)].map(([, name, value]) => [name, value ?? '']),
  )

/** A card whose visit was never applied: the person’s question must not get lost. */
async function refusedCard(): Promise<{ readonly actId: string; readonly cardId: string }> {
  const [actId, cardId] = [uuidv7(), uuidv7()]
  const card = {
    id: cardId,
    source: 'visitor',
    channel: 'homeVisit',
    wish: 'Hulp met de papieren van de mutualiteit',
    placeText: 'Lindelaan 2',
    language: 'nl',
    needsInterpreter: false,
    agreement: { mayTell: 'mijn vraag', toWhom: ['coordinator'], given: 'spoken' },
    urgency: 'ordinary',
    filledInBy: 'Anna',
    filledInOn: '2026-11-23',
  }
  await send([{ id: actId, kind: 'fillCard', at, visitId: uuidv7(), body: { card } }])
  return { actId, cardId }
}

test('a coordinator finds a refused card in plain words and files it all the same', async () => {
  const { actId, cardId } = await refusedCard()
  const browser = world.as(round.coordinator)
  expect(await (await browser.get('/refused-acts')).text()).toContain(
    'Het bezoek waar dit bij hoort, is niet verwerkt.',
  )
  const page = await (await browser.get(`/refused-acts/${actId}`)).text()
  expect(page).toContain('Hulp met de papieren van de mutualiteit')
  const done = await browser.post(`/refused-acts/${actId}/settlement`, { settlement: 'applied', version: '1' })
  expect(done.status).toBe(303)
  const { owner } = world.database
  const signal = await owner.selectFrom('detection.signal').select('state').where('id', '=', cardId).executeTakeFirst()
  expect(signal?.state).toBe('received')
  const kept = await owner
    .selectFrom('detection.refused_act')
    .select(['body_sealed', 'settlement'])
    .where('id', '=', actId)
    .executeTakeFirst()
  expect(kept).toEqual({ body_sealed: null, settlement: 'applied' })
})

test('P17 reading a refused act is noted, and settling it twice is a conflict', async () => {
  const { actId } = await refusedCard()
  const browser = world.as(round.coordinator)
  await browser.get(`/refused-acts/${actId}`)
  const reads = await world.database.owner
    .selectFrom('audit.line')
    .select('reason')
    .where('action', '=', 'read refused act')
    .where('subject_id', '=', actId)
    .execute()
  expect(reads).toHaveLength(1)
  expect(
    (await browser.post(`/refused-acts/${actId}/settlement`, { settlement: 'dropped', version: '1' })).status,
  ).toBe(303)
  expect(
    (await browser.post(`/refused-acts/${actId}/settlement`, { settlement: 'dropped', version: '1' })).status,
  ).toBe(409)
})

test('a settlement without a choice comes back as a page that says so', async () => {
  const { actId } = await refusedCard()
  expect((await world.as(round.coordinator).post(`/refused-acts/${actId}/settlement`, { version: '1' })).status).toBe(
    422,
  )
})

test('P5 P6 a coordinator without secrecy and other roles read neither refused acts nor who is out', async () => {
  const plain = await makeStaff(world, municipality, { secrecy: 'dutyOfDiscretion' })
  const worker = await makeStaff(world, municipality, { role: 'socialWorker' })
  for (const actor of [plain, worker, round.visitor])
    for (const path of ['/outings', '/refused-acts', entryPath()])
      expect((await world.as(actor).get(path)).status, `${actor.role} ${path}`).toBe(403)
})

test('P9 a coordinator of another zone finds nothing', async () => {
  const { actId } = await refusedCard()
  const ocmw = await makeStaff(world, municipality, { zoneId: municipality.ocmwZone })
  expect((await world.as(ocmw).get(`/refused-acts/${actId}`)).status).toBe(404)
  expect((await world.as(ocmw).get(entryPath())).status).toBe(404)
})

test('a round walked with paper is entered door by door, once', async () => {
  const browser = world.as(round.coordinator)
  const hidden = hiddenOf(await (await browser.get(entryPath())).text())
  expect(Object.keys(hidden)).toHaveLength(8)
  const form = {
    ...hidden,
    visitorId: round.visitor.userId,
    [`outcome-${doorId(0)}`]: 'notHome',
    [`outcome-${doorId(1)}`]: 'pleasantTalk',
    [`sentence-${doorId(1)}`]: 'Kent de hele straat.',
  }
  expect((await browser.post(entryPath(), form)).status).toBe(303)
  expect((await browser.post(entryPath(), form)).status).toBe(303)
  const visits = await world.database.owner
    .selectFrom('detection.visit')
    .select(['outcome', 'visitor_id'])
    .where('campaign_id', '=', round.campaign)
    .orderBy('outcome')
    .execute()
  expect(visits).toEqual([
    { outcome: 'notHome', visitor_id: round.visitor.userId },
    { outcome: 'pleasantTalk', visitor_id: round.visitor.userId },
  ])
})

test('a card filled in on a paper round leads to entering it, with the address of the door', async () => {
  const browser = world.as(round.coordinator)
  const hidden = hiddenOf(await (await browser.get(entryPath())).text())
  const entered = await browser.post(entryPath(), { ...hidden, [`outcome-${doorId(3)}`]: 'cardFilled' })
  const cards = entered.headers.get('location') ?? ''
  expect(cards).toBe(entryPath().replace('entry', 'cards'))
  const link = (await (await browser.get(cards)).text()).match(/\/cards\/new\?address=[0-9a-f-]+/g)
  expect(link).toHaveLength(1)
  const form = await (await browser.get(link?.[0] ?? '')).text()
  expect(form).toMatch(/value="Lindelaan .*4"/)
  expect(form).toMatch(/<option value="visitor" selected/)
})

test('P12 a paper round with a national number in a sentence comes back with what was typed', async () => {
  const browser = world.as(round.coordinator)
  const hidden = hiddenOf(await (await browser.get(entryPath())).text())
  const answer = await browser.post(entryPath(), {
    ...hidden,
    [`outcome-${doorId(2)}`]: 'pleasantTalk',
    [`sentence-${doorId(2)}`]: 'Nummer 85.07.30-033.28 genoteerd',
  })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('85.07.30-033.28 genoteerd')
})

test('an alarm stands on the page of who is out until a coordinator takes it; it says nothing of what happened', async () => {
  const alarm = { id: uuidv7(), kind: 'raiseAlarm', at, body: { roundId: round.round } }
  await send([alarm])
  const browser = world.as(round.coordinator)
  expect(await (await browser.get('/outings')).text()).toContain('Er is alarm geslagen')
  expect(await (await browser.get('/today')).text()).toContain('1 bezoeker vraagt om te bellen')
  expect((await browser.post(`/visit-calls/${alarm.id}/taking`, {})).status).toBe(303)
  expect(await (await browser.get('/outings')).text()).not.toContain('Er is alarm geslagen')
})

test('a visitor sees today’s round waiting once, as a number of open doors', async () => {
  const page = await (await world.as(round.visitor).get('/today')).text()
  expect(page.match(/Uw ronde/g)).toHaveLength(1)
  expect(page.match(/href="\/visits"/g)).toHaveLength(2) // navigation and what waits
})

test('the app itself opens for anybody and holds no data', async () => {
  const answer = await world.as().get('/visits')
  expect(answer.status).toBe(200)
  expect(await answer.text()).not.toContain('Lindelaan')
  expect((await world.as().get('/visits-worker.js')).headers.get('content-type')).toContain('javascript')
})
