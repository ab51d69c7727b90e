import 'fake-indexeddb/auto'
import { uuidv7 } from 'uuidv7'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { doorId, visitAt } from '../../../tests/support/visit-notebook.ts'
import { argon2Key } from '../lock/argon2.ts'
import type { DeriveKey } from '../lock/key-parameters.ts'
import { setUpLock } from '../lock/lock.ts'
import { openNotebook } from '../notebook/notebook.ts'
import { farewells } from './farewell.ts'
import { keepOwn, ownOf } from './own.ts'
import type { KeptNotebook } from './phone.ts'
import { openPhoneDatabase, type PhoneDatabase } from './phone-database.ts'
import { type Fetch, wipeIfAsked } from './remote-wipe.ts'

const now = new Date('2026-11-23T10:00:00Z')
let db: PhoneDatabase
let store: ReturnType<typeof storage>
beforeEach(async () => {
  db = await openPhoneDatabase()
  store = storage()
})
afterEach(() => {
  db.close()
  indexedDB.deleteDatabase('meernet-visits')
})

function storage() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    kept,
  }
}

/** A notebook with cheap parameters: only whether there is a lock matters here. */
async function prepared() {
  await keepOwn(db, { name: 'Rita', visitorId: rita })
  const derive: DeriveKey = async (phrase, salt) => argon2Key(phrase, salt, { memoryKib: 8, passes: 1 })
  const key = await setUpLock(db, derive, 'kastanje wandelt zondag')
  return { key, kept: { db, own: await ownOf(db, store) } }
}
const rita = uuidv7()
const wipe = (kept: KeptNotebook, fetch: Fetch) => wipeIfAsked(kept, { isShared: false, now, store, fetch })
const saying = (answer: () => Response | Promise<Response>) => {
  const asked: string[] = []
  const fetch = async (_path: string, init: RequestInit) => {
    asked.push(String(init.body))
    return answer()
  }
  return { asked, fetch }
}

test('a notebook that is told to be erased is gone, number and all; that it happened can still be read', async () => {
  const { kept } = await prepared()
  const server = saying(() => Response.json({ wipe: true }))
  const left = { cause: 'told', name: 'Rita', notSent: 0, municipality: null, at: now.getTime() }
  expect(await wipe(kept, server.fetch)).toEqual(left)
  expect(farewells(store, now)).toEqual([left])
  db = await openPhoneDatabase()
  expect([await db.count('lock'), await db.count('own')]).toEqual([0, 0])
  // A month later it says nothing to anybody any more.
  expect(farewells(store, new Date(now.getTime() + 31 * 86_400_000))).toEqual([])
})

test('a notebook reports by the same number each time, and says whose it is', async () => {
  const { kept } = await prepared()
  const server = saying(() => Response.json({ wipe: false }))
  await wipe(kept, server.fetch)
  await wipe({ db, own: await ownOf(db, store) }, server.fetch)
  expect(server.asked).toHaveLength(2)
  expect(new Set(server.asked).size).toBe(1)
  expect(JSON.parse(server.asked[0] ?? '')).toEqual({ id: kept.own.number, notSent: 0, shared: false, visitor: rita })
})

test('a notebook of an earlier version keeps the number it reports by', async () => {
  store.setItem('meernet-phone', '01890000-0000-7000-8000-000000000000')
  const own = await ownOf(db, store)
  expect(own).toEqual({ number: '01890000-0000-7000-8000-000000000000', name: null, visitorId: null })
  expect([store.kept.size, await ownOf(db, store)]).toEqual([0, own])
})

test('a locked notebook says how many acts wait, since those would go with it, and nothing of what they say', async () => {
  const { key, kept } = await prepared()
  const notebook = await openNotebook(db, key, () => now)
  for (const index of [0, 1]) await notebook.write([visitAt(doorId(index), now).act])
  const server = saying(() => Response.json({ wipe: true }))
  const left = await wipe(kept, server.fetch)
  expect(JSON.parse(server.asked[0] ?? '')).toMatchObject({ notSent: 2 })
  expect(server.asked[0]).not.toContain('straat')
  expect(left?.notSent).toBe(2)
  db = await openPhoneDatabase()
})

test('a phone that cannot write any more still erases', async () => {
  const { kept } = await prepared()
  const { clear } = IDBObjectStore.prototype
  IDBObjectStore.prototype.clear = () => {
    throw new DOMException('no room', 'QuotaExceededError')
  }
  store.setItem = () => {
    throw new DOMException('no room', 'QuotaExceededError')
  }
  const told = saying(() => Response.json({ wipe: true }))
  expect(await wipe(kept, told.fetch)).toBeDefined()
  IDBObjectStore.prototype.clear = clear
  expect(await indexedDB.databases()).toEqual([])
  db = await openPhoneDatabase()
})

test.each<[string, () => Response | Promise<Response>]>([
  ['no network', () => Promise.reject(new TypeError('no network'))],
  ['an error', () => Response.json({ wipe: true }, { status: 500 })],
  ['a page of somebody else’s network', () => new Response('<p>Welkom</p>')],
  ['an answer of another kind', () => Response.json({ wipe: 'ja' })],
])('%s erases nothing', async (_what, answer) => {
  const { kept } = await prepared()
  expect(await wipe(kept, saying(answer).fetch)).toBeUndefined()
  expect(await db.count('lock')).toBe(1)
})
