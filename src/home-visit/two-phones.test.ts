import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { visitAt } from '../../tests/support/visit-notebook.ts'
import { makeRound, type TestRound } from '../../tests/support/visits.ts'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../../tests/support/world.ts'
import type { VisitAct } from '../functions/detection/contract.ts'
import { openPhoneDatabase } from './device/phone-database.ts'
import { type Notebook, openNotebook } from './notebook/notebook.ts'
import { doorsOf, refusedActs, waitingActs } from './notebook/page.ts'
import { sendAll } from './outbox/send.ts'

let world: World
let municipality: TestMunicipality
beforeAll(async () => {
  world = await openWorld()
  municipality = await makeMunicipality(world)
})
afterAll(() => world.close())

/** A phone of this visitor, with a storage of its own and the server at hand. */
async function phoneOf({ visitor }: TestRound) {
  globalThis.indexedDB = new IDBFactory()
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const notebook = await openNotebook(await openPhoneDatabase(), key, () => world.now())
  const fetch = (path: string, init?: RequestInit) =>
    init?.body ? world.as(visitor).postJson(path, JSON.parse(String(init.body))) : world.as(visitor).get(path)
  const phone = { notebook, fetch, send: () => sendAll(notebook, fetch) }
  expect(await phone.send()).toBe('resting')
  return phone
}

async function note(notebook: Notebook, doorId: string, sentence: string): Promise<VisitAct> {
  const { act, changes } = visitAt(doorId, notebook.now(), sentence)
  await notebook.write([act], changes)
  return act
}
const sentences = (notebook: Notebook) =>
  notebook
    .page()
    .visits.map(({ sentence }) => sentence)
    .toSorted()

test('the same door noted on two phones of one visitor keeps both sentences and shows one outcome on both', async () => {
  const round = await makeRound(world, municipality)
  const [one, two] = [await phoneOf(round), await phoneOf(round)]
  const door = round.doors[0]?.id ?? ''
  await note(one.notebook, door, 'Op de ene telefoon.')
  await note(two.notebook, door, 'Op de andere telefoon.')
  for (const phone of [one, two, one]) expect(await phone.send()).toBe('resting')
  for (const { notebook } of [one, two]) {
    expect(waitingActs(notebook.page())).toEqual([])
    expect(sentences(notebook)).toEqual(['Op de andere telefoon.', 'Op de ene telefoon.'])
    const [shown] = notebook.page().rounds.flatMap((known) => doorsOf(notebook.page(), known))
    expect(shown).toMatchObject({ id: door, outcome: 'pleasantTalk', visit: { sentence: 'Op de andere telefoon.' } })
  }
})

test('a note corrected on two phones: the first counts, the second is told and a coordinator has its words', async () => {
  const round = await makeRound(world, municipality)
  const one = await phoneOf(round)
  const noted = await note(one.notebook, round.doors[0]?.id ?? '', 'Zoals genoteerd.')
  await one.send()
  const two = await phoneOf(round)
  const correct = async ({ notebook }: typeof one, sentence: string) => {
    const visitId = 'visitId' in noted ? (noted.visitId ?? '') : ''
    const body = { outcome: 'pleasantTalk' as const, sentence }
    const at = notebook.now().toISOString()
    await notebook.write([{ id: uuidv7(), kind: 'correctVisit', at, visitId, basedOn: 1, body }])
  }
  await correct(one, 'Eerst verbeterd.')
  await correct(two, 'Daarna verbeterd.')
  await one.send()
  await two.send()
  expect(refusedActs(two.notebook.page())).toMatchObject([{ reason: 'changedMeanwhile' }])
  expect(refusedActs(one.notebook.page())).toEqual([])
  const waiting = await (await world.as(round.coordinator).get('/refused-acts')).text()
  const [, id] = /\/refused-acts\/([0-9a-f-]{36})"/.exec(waiting) ?? []
  expect(await (await world.as(round.coordinator).get(`/refused-acts/${id}`)).text()).toContain('Daarna verbeterd.')
  // Once that is read, the phone shows what counts.
  await two.notebook.dismissRefused()
  await two.send()
  expect(sentences(two.notebook)).toEqual(['Eerst verbeterd.'])
})

/** Long enough for a machine that is busy with other tests. */
const patienceMs = 300_000

test('ten thousand acts of two phones that reach the server in turns, some twice, are there once', {
  timeout: patienceMs,
}, async () => {
  const round = await makeRound(world, municipality, { doors: 10_000 })
  const phones = [await phoneOf(round), await phoneOf(round)]
  const acts = round.doors.map(({ id }, index) => visitAt(id, world.now(), `Zin ${index}.`).act)
  const halves = phones.map((_, half) => acts.filter((_act, index) => index % 2 === half))
  await Promise.all(phones.map(({ notebook }, half) => notebook.write(halves[half] ?? [])))
  // Of both, a batch left before, backwards, from the one phone and from the other, and no answer came.
  for (const { notebook } of phones) {
    const visitor = notebook.page().self?.visitor.id
    const body = JSON.stringify({ visitor, acts: notebook.nextToSend().slice(-50).toReversed() })
    for (const { fetch } of phones) expect((await fetch('/api/visits/acts', { method: 'POST', body })).status).toBe(200)
  }
  expect(await Promise.all(phones.map((phone) => phone.send()))).toEqual(['resting', 'resting'])
  const visits = await world.database.owner
    .selectFrom('detection.visit')
    .select('id')
    .where('visitor_id', '=', round.visitor.userId)
    .execute()
  expect(visits.map(({ id }) => id).toSorted()).toEqual(acts.map(({ visitId }) => visitId).toSorted())
  for (const { notebook } of phones) expect(notebook.page().acts).toEqual([])
})
