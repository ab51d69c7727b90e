import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { doorId, visitAt } from '../../../tests/support/visit-notebook.ts'
import { argon2Key } from '../lock/argon2.ts'
import { setUpLock } from '../lock/lock.ts'
import { openNotebook } from '../notebook/notebook.ts'
import { openPhoneDatabase, type PhoneDatabase } from './phone-database.ts'
import { wipeIfAsked } from './remote-wipe.ts'

let db: PhoneDatabase
let numbers: ReturnType<typeof storage>
beforeEach(async () => {
  db = await openPhoneDatabase()
  numbers = storage()
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

/** With cheap parameters: only whether there is a lock matters here. */
const prepared = () =>
  setUpLock(db, async (phrase, salt) => argon2Key(phrase, salt, { memoryKib: 8, passes: 1 }), 'kastanje wandelt zondag')
const saying = (answer: () => Response | Promise<Response>) => {
  const asked: string[] = []
  const fetch = async (_path: string, init: RequestInit) => {
    asked.push(String(init.body))
    return answer()
  }
  return { asked, fetch }
}

test('a phone that is told to erase itself keeps nothing, not even its number', async () => {
  await prepared()
  const server = saying(() => Response.json({ wipe: true }))
  expect(await wipeIfAsked(db, numbers, server.fetch)).toBe(true)
  db = await openPhoneDatabase()
  expect(await db.count('lock')).toBe(0)
  expect(numbers.kept.size).toBe(0)
})

test('a phone reports by the same number each time', async () => {
  await prepared()
  const server = saying(() => Response.json({ wipe: false }))
  await wipeIfAsked(db, numbers, server.fetch)
  await wipeIfAsked(db, numbers, server.fetch)
  expect(server.asked).toHaveLength(2)
  expect(new Set(server.asked).size).toBe(1)
})

test('a locked phone says how many acts wait, since those would go with it, and nothing of what they say', async () => {
  const key = await prepared()
  const notebook = await openNotebook(db, key, () => new Date('2026-11-23T10:00:00Z'))
  for (const index of [0, 1]) await notebook.write([visitAt(doorId(index), new Date('2026-11-23T10:00:00Z')).act])
  const server = saying(() => Response.json({ wipe: true }))
  await wipeIfAsked(db, numbers, server.fetch)
  const [asked] = server.asked
  expect(JSON.parse(asked ?? '')).toEqual({ id: expect.any(String), notSent: 2 })
  db = await openPhoneDatabase()
})

test('a phone that cannot write any more still erases itself', async () => {
  await prepared()
  const { clear } = IDBObjectStore.prototype
  IDBObjectStore.prototype.clear = () => {
    throw new DOMException('no room', 'QuotaExceededError')
  }
  const told = saying(() => Response.json({ wipe: true }))
  expect(await wipeIfAsked(db, numbers, told.fetch)).toBe(true)
  IDBObjectStore.prototype.clear = clear
  expect(await indexedDB.databases()).toEqual([])
  db = await openPhoneDatabase()
})

test('a phone that keeps nothing reports nothing', async () => {
  const server = saying(() => Response.json({ wipe: true }))
  expect(await wipeIfAsked(db, numbers, server.fetch)).toBe(false)
  expect(server.asked).toEqual([])
})

test.each<[string, () => Response | Promise<Response>]>([
  ['no network', () => Promise.reject(new TypeError('no network'))],
  ['an error', () => Response.json({ wipe: true }, { status: 500 })],
  ['a page of somebody else’s network', () => new Response('<p>Welkom</p>')],
  ['an answer of another kind', () => Response.json({ wipe: 'ja' })],
])('%s erases nothing', async (_what, answer) => {
  await prepared()
  expect(await wipeIfAsked(db, numbers, saying(answer).fetch)).toBe(false)
  expect(await db.count('lock')).toBe(1)
})
