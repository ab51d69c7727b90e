import 'fake-indexeddb/auto'
import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerAt, doorId, firstRound, visitAt } from '../../../tests/support/visit-notebook.ts'
import type { VisitAct } from '../../functions/detection/contract.ts'
import { forgetDue, openPhoneDatabase, type PhoneDatabase } from '../device/phone-database.ts'
import { sealed } from '../device/sealing.ts'
import { sendAll } from '../outbox/send.ts'
import { type Notebook, openNotebook } from './notebook.ts'
import { refusedActs, waitingActs } from './page.ts'

const morning = new Date('2026-11-23T09:00:00Z')
const hour = 3_600_000
const after = (start: Date, hours: number) => new Date(start.getTime() + hours * hour)

let db: PhoneDatabase
let key: CryptoKey
let shown = morning
let notebook: Notebook
let makeRoom = () => {}
const reopen = () => openNotebook(db, key, () => shown)

beforeEach(async () => {
  shown = morning
  key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  db = await openPhoneDatabase()
  notebook = await reopen()
  await notebook.takeRounds(answerAt(morning))
})
afterEach(async () => {
  makeRoom()
  db.close()
  await deleteDB('meernet-visits')
})

const note = async (door = 0) => {
  const { act, changes } = visitAt(doorId(door), notebook.now())
  await notebook.write([act], changes)
  return act
}

/** A phone without room: nothing can be added or replaced, as browsers refuse it; deleting goes on. */
function fillPhone(): void {
  const { add, put } = IDBObjectStore.prototype
  const refuse = () => {
    throw new DOMException('no room', 'QuotaExceededError')
  }
  Object.assign(IDBObjectStore.prototype, { add: refuse, put: refuse })
  makeRoom = () => Object.assign(IDBObjectStore.prototype, { add, put })
}

/** A server that applies each act once. `loseAnswers` of its first answers never arrive. */
function server({ now = morning, loseAnswers = 0 } = {}) {
  const applied = new Map<string, VisitAct>()
  let lost = 0
  const fetch = async (path: string, init?: RequestInit) => {
    if (path === '/api/visits/rounds') return Response.json(answerAt(now))
    const { acts } = JSON.parse(String(init?.body)) as { acts: VisitAct[] }
    const answers = acts.map(({ id }) => ({ id, status: applied.has(id) ? 'duplicate' : 'applied' }))
    for (const act of acts) if (!applied.has(act.id)) applied.set(act.id, act)
    if (lost < loseAnswers) {
      lost += 1
      throw new TypeError('the connection was lost')
    }
    return Response.json({ answers })
  }
  return { fetch, applied }
}

test('a full phone refuses what is new, and keeps and still shows what it has', async () => {
  const kept = await note()
  fillPhone()
  await expect(note(1)).rejects.toThrow('no room')
  await expect(notebook.keepDraft({ roundAddressId: doorId(1), values: {} })).rejects.toThrow('no room')
  const opened = await reopen()
  expect(opened.page().acts.map(({ act }) => act)).toEqual([kept])
  expect(opened.page().visits).toMatchObject([{ id: kept.visitId, sentence: 'Kent de hele straat.' }])
  makeRoom()
  await note(1)
  expect(waitingActs(notebook.page())).toHaveLength(2)
})

test('P8 a full phone hands over what waits, says that it is full, and lets go of what was taken', async () => {
  const act = await note()
  const { fetch, applied } = server()
  fillPhone()
  expect(await sendAll(notebook, fetch)).toBe('phoneFull')
  expect([...applied.keys()]).toEqual([act.id])
  // The note cannot be told when to be forgotten, so it goes with its act.
  expect([waitingActs(notebook.page()), notebook.page().visits]).toEqual([[], []])
  makeRoom()
  expect(await sendAll(notebook, fetch)).toBe('resting')
  expect([...applied.keys()]).toEqual([act.id])
})

test('what is refused waits on a full phone until its reason can be kept', async () => {
  const [taken, refused] = [await note(0), await note(1)]
  fillPhone()
  const answers = [
    { id: taken.id, status: 'applied' as const },
    { id: refused.id, status: 'refused' as const, reason: 'optedOut' as const },
  ]
  await expect(notebook.takeAnswers(answers)).rejects.toThrow('no room')
  await notebook.refresh()
  expect(waitingActs(notebook.page()).map(({ act }) => act.id)).toEqual([refused.id])
  makeRoom()
  await notebook.takeAnswers(answers)
  expect(refusedActs(notebook.page())).toMatchObject([{ reason: 'optedOut' }])
})

test('P8 what is due on a phone that cannot delete it is not shown', async () => {
  await note()
  await sendAll(notebook, server().fetch)
  shown = after(morning, 25)
  const { delete: remove } = IDBCursor.prototype
  IDBCursor.prototype.delete = () => {
    throw new DOMException('no room', 'QuotaExceededError')
  }
  makeRoom = () => {
    IDBCursor.prototype.delete = remove
  }
  expect((await reopen()).page().visits).toEqual([])
})

test('an app that is killed with a full outbox opens with every act, and each arrives once', async () => {
  const acts = Array.from({ length: 450 }, (_, index) => visitAt(doorId(index % 3), morning, `Zin ${index}.`))
  await notebook.write(
    acts.map(({ act }) => act),
    acts.flatMap(({ changes }) => changes),
  )
  const { fetch, applied } = server({ loseAnswers: 1 })
  // The server has the first batch, the answer never comes, and the browser is killed.
  expect(await sendAll(notebook, fetch)).toBe('noNetwork')
  expect(applied.size).toBe(200)
  db.close()
  db = await openPhoneDatabase()
  notebook = await reopen()
  expect(waitingActs(notebook.page())).toHaveLength(450)
  expect(await sendAll(notebook, fetch)).toBe('resting')
  expect([...applied.values()]).toEqual(acts.map(({ act }) => act))
  expect(waitingActs(notebook.page())).toEqual([])
})

test.each([
  ['three hours ahead', 3],
  ['sixteen years behind', -16 * 365 * 24],
])('on a phone whose clock is %s acts bear the right moment, and the round stays', async (_what, hours) => {
  shown = after(morning, hours)
  await notebook.takeRounds(answerAt(morning))
  shown = after(shown, 1)
  const act = await note()
  expect(act.at).toBe(after(morning, 1).toISOString())
  notebook = await reopen()
  expect(notebook.page().clock).toBe('corrected')
  expect(notebook.page().rounds).toEqual([firstRound])
})

test('a clock that goes back during a round leaves the acts in the order they were done, none before the last contact', async () => {
  shown = after(morning, 2)
  const first = await note(0)
  shown = new Date('2010-01-01T00:00:00Z')
  const second = await note(1)
  expect(notebook.page().clock).toBe('putBack')
  expect(second.at).toBe(morning.toISOString())
  const { fetch, applied } = server({ now: after(morning, 3) })
  await sendAll(notebook, fetch)
  expect([...applied.keys()]).toEqual([first.id, second.id])
  // The contact told the time: what comes next is right again.
  shown = after(shown, 1)
  expect((await note(2)).at).toBe(after(morning, 4).toISOString())
})

test('P8 a note is forgotten within 24 hours of real time, whatever year the phone believes it is', async () => {
  shown = after(morning, -16 * 365 * 24)
  await notebook.takeRounds(answerAt(morning))
  await note()
  await sendAll(notebook, server().fetch)
  shown = after(shown, 24)
  await notebook.refresh()
  expect(notebook.page().visits).toEqual([])
  expect((await db.getAllKeys('record')).filter((place) => place.startsWith('visit/'))).toEqual([])
  expect(await forgetDue(db, notebook.now())).toBe(0)
})

test('what an earlier version of the app kept opens in this one, and its outbox is sent', async () => {
  const { act, changes } = visitAt(doorId(0), morning)
  const [change] = changes
  db.close()
  await deleteDB('meernet-visits')
  // As the first version laid it down: no face, no clock, doors without what came later.
  const old = await openDB('meernet-visits', 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('lock')
      fresh.createObjectStore('record', { keyPath: 'place' })
      fresh.createObjectStore('outbox', { keyPath: 'sequence', autoIncrement: true })
    },
  })
  const place = change?.place ?? ''
  const waiting = { state: 'waiting', reason: null, forgetAt: null }
  await old.put('record', { ...(await sealed(key, place, change?.value)), place, forgetAt: null })
  await old.put('record', {
    ...(await sealed(key, 'self', { visitor: answerAt(morning).visitor })),
    place: 'self',
    forgetAt: null,
  })
  await old.add('outbox', { ...(await sealed(key, `act/${act.id}`, act)), id: act.id, ...waiting })
  old.close()

  db = await openPhoneDatabase()
  notebook = await reopen()
  expect(notebook.page().visits).toEqual([change?.value])
  const { fetch, applied } = server()
  expect(await sendAll(notebook, fetch)).toBe('resting')
  expect([...applied.values()]).toEqual([act])
})
