import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { makeColleague, moveClock, signInByLink } from '../../tests/support/sign-in/sign-in.ts'
import { visitAt } from '../../tests/support/visit-notebook.ts'
import { makeRound, type TestRound } from '../../tests/support/visits.ts'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../../tests/support/world.ts'
import { farewells } from './device/farewell.ts'
import { keepOwn } from './device/own.ts'
import { openPhone } from './device/phone.ts'
import { wipeOnPhone } from './device/tending.ts'
import { argon2Key } from './lock/argon2.ts'
import { setUpLock } from './lock/lock.ts'
import { openNotebook } from './notebook/notebook.ts'
import { refusedActs, waitingActs } from './notebook/page.ts'
import { sendAll } from './outbox/send.ts'

const morning = new Date('2026-11-23T08:00:00Z')
let world: World
let here: TestMunicipality
let administrator: Awaited<ReturnType<typeof signInByLink>>
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  world = await openWorld({}, { sessions: 'real' })
  here = await makeMunicipality(world)
})
afterAll(async () => {
  vi.useRealTimers()
  await world.close()
})
beforeEach(async () => {
  moveClock(world, morning.toISOString())
  administrator ??= await signInByLink(
    world,
    (await makeColleague(world, here, { role: 'administrator', secrecy: 'none' })).email,
  )
})

const emailOf = ({ userId }: { readonly userId: string }) => `${userId}@test.example`
function storage() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

/** The phone of this visitor, prepared with the server at hand and known to it; what they do is written without a network. */
async function phoneOf({ visitor }: TestRound) {
  globalThis.indexedDB = new IDBFactory()
  let session = await signInByLink(world, emailOf(visitor))
  const ask = async (path: string, init?: RequestInit) =>
    init?.body ? session.postJson(path, JSON.parse(String(init.body))) : session.get(path)
  const store = storage()
  const phone = openPhone(store)
  const db = await phone.placeForNew()
  await keepOwn(db, { name: null, visitorId: visitor.userId })
  const derive = async (phrase: string, salt: Uint8Array<ArrayBuffer>) =>
    argon2Key(phrase, salt, { memoryKib: 8, passes: 1 })
  const key = await setUpLock(db, derive, 'kastanje wandelt zondag')
  const notebook = await openNotebook(db, key, () => world.now())
  const send = () => sendAll(notebook, ask)
  const tend = () => wipeOnPhone(phone, { clock: () => world.now(), store, fetch: ask })
  expect([await send(), await tend()]).toEqual(['resting', []])
  const note = async (doorId: string, sentence: string) => {
    const { act, changes } = visitAt(doorId, notebook.now(), sentence)
    await notebook.write([act], changes)
  }
  const signInAgain = async () => {
    session = await signInByLink(world, emailOf(visitor))
  }
  return { notebook, phone, store, send, tend, note, signInAgain }
}
const doorIn = (round: TestRound, index = 0) => round.doors[index]?.id ?? ''
const deskOf = ({ coordinator }: TestRound) => signInByLink(world, emailOf(coordinator))

/** What waits for a coordinator, and the text of each. */
async function refusedAt(desk: Awaited<ReturnType<typeof deskOf>>) {
  const list = await (await desk.get('/refused-acts')).text()
  const ids = [...list.matchAll(/\/refused-acts\/([0-9a-f-]{36})"/g)].map(([, id]) => id)
  return { list, acts: await Promise.all(ids.map(async (id) => (await desk.get(`/refused-acts/${id}`)).text())) }
}

test('somebody who stopped as a visitor while out: nothing is sent any more, it is counted for a coordinator, and the phone is erased', async () => {
  const round = await makeRound(world, here)
  const { notebook, phone, store, send, tend, note } = await phoneOf(round)
  await note(doorIn(round), 'Wil graag een praatje.')
  await note(doorIn(round, 1), 'Kent de hele straat.')
  await administrator.post(`/admin/memberships/${round.visitor.membershipId}/ending`, {})

  // Sending is refused, and until the phone was told everything is still on it.
  expect(await send()).toBe('signedOut')
  expect(waitingActs(notebook.page())).toHaveLength(2)
  expect(await tend()).toHaveLength(1)
  expect(await phone.notebooks()).toEqual([])
  expect(farewells(store, world.now())).toMatchObject([{ cause: 'told', notSent: 2 }])

  const visits = await world.database.owner
    .selectFrom('detection.visit')
    .select('id')
    .where('visitor_id', '=', round.visitor.userId)
    .execute()
  expect(visits).toEqual([])
  const { list } = await refusedAt(await deskOf(round))
  expect(list).toContain('2 handelingen waren niet verzonden')
  expect(list).toContain(round.visitor.name)
})

test('a round that was withdrawn while the visitor was on it: the phone forgets its doors, and what was done goes to a coordinator', async () => {
  const round = await makeRound(world, here)
  const { notebook, send, tend, note } = await phoneOf(round)
  await note(doorIn(round), 'Vroeg naar de eetclub.')
  const desk = await deskOf(round)
  expect((await desk.post(`/campaigns/${round.campaign}/rounds/${round.round}/removal`, {})).status).toBe(303)

  expect([await send(), await tend()]).toEqual(['resting', []])
  expect(notebook.page().rounds).toEqual([])
  expect(refusedActs(notebook.page())).toMatchObject([{ reason: 'notYourRound' }])
  const { acts } = await refusedAt(desk)
  expect(acts.filter((act) => act.includes('Vroeg naar de eetclub.'))).toHaveLength(1)
})

test('a campaign that ended while the visitor was out: what was done before counts, what came after goes to a coordinator', async () => {
  const round = await makeRound(world, here)
  const { notebook, send, note, signInAgain } = await phoneOf(round)
  await note(doorIn(round), 'Op tijd.')
  const desk = await deskOf(round)
  expect((await desk.post(`/campaigns/${round.campaign}/closing`, {})).status).toBe(303)
  moveClock(world, '2026-11-24T08:00:00Z')
  await note(doorIn(round, 1), 'Een dag te laat.')

  // A night later the session is over; what was written waits for the next.
  expect(await send()).toBe('signedOut')
  expect(waitingActs(notebook.page())).toHaveLength(2)
  await signInAgain()
  expect(await send()).toBe('resting')
  expect(notebook.page().rounds).toEqual([])
  expect(refusedActs(notebook.page())).toMatchObject([{ reason: 'campaignNotRunning' }])
  const { acts } = await refusedAt(await deskOf(round))
  const withSentence = (sentence: string) => acts.filter((act) => act.includes(sentence))
  expect([withSentence('Op tijd.').length, withSentence('Een dag te laat.').length]).toEqual([0, 1])
  const kept = await world.database.owner
    .selectFrom('detection.visit')
    .select('id')
    .where('campaign_id', '=', round.campaign)
    .execute()
  expect(kept).toHaveLength(1)
})
