import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { uuidv7 } from 'uuidv7'
import { beforeEach, expect, test } from 'vitest'
import { answerAt, doorId, visitAt } from '../../../tests/support/visit-notebook.ts'
import { argon2Key } from '../lock/argon2.ts'
import type { DeriveKey } from '../lock/key-parameters.ts'
import { setUpLock, unlock } from '../lock/lock.ts'
import { triesAllowed } from '../lock/tries.ts'
import { openNotebook } from '../notebook/notebook.ts'
import { sendAll } from '../outbox/send.ts'
import { farewells } from './farewell.ts'
import { keepOwn } from './own.ts'
import { openPhone, type Phone } from './phone.ts'
import { opened } from './sealing.ts'
import { forgetOnPhone, wipeOnPhone } from './tending.ts'

const morning = new Date('2026-11-23T09:00:00Z')
const hours = (count: number) => new Date(morning.getTime() + count * 3_600_000)
/** Cheap parameters: these tests are about who may open what. */
const derive: DeriveKey = async (phrase, salt) => argon2Key(phrase, salt, { memoryKib: 8, passes: 1 })

let store: ReturnType<typeof storage>
let phone: Phone
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  store = storage()
  phone = openPhone(store)
})

function storage() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

/** Somebody prepares a notebook on this phone, with a phrase of their own, and fetches their round. */
async function prepare(name: string, phrase: string) {
  const db = await phone.placeForNew()
  const visitor = { id: uuidv7(), name }
  await keepOwn(db, { name, visitorId: visitor.id })
  const key = await setUpLock(db, derive, phrase)
  const notebook = await openNotebook(db, key, () => morning)
  await notebook.takeRounds({ ...answerAt(morning), visitor })
  return { db, key, notebook, visitor }
}
async function prepareBoth() {
  const rita = await prepare('Rita', 'kastanje wandelt zondag')
  const omar = await prepare('Omar', 'lantaarn zingt dinsdag')
  return { rita, omar }
}
const note = async ({ notebook }: Awaited<ReturnType<typeof prepare>>, door: number, sentence: string) => {
  const { act, changes } = visitAt(doorId(door), morning, sentence)
  await notebook.write([act], changes)
  return act
}
const namesOnPhone = async () => (await phone.notebooks()).map(({ own }) => own.name)

test('each visitor has a notebook of their own, in the order they came', async () => {
  expect(await namesOnPhone()).toEqual([])
  const { rita, omar } = await prepareBoth()
  expect(await namesOnPhone()).toEqual(['Rita', 'Omar'])
  expect(rita.db.name).not.toBe(omar.db.name)
  // Whoever starts the app later finds the same two.
  phone = openPhone(store)
  expect(await namesOnPhone()).toEqual(['Rita', 'Omar'])
})

test('the phrase and the key of one open nothing of the other', async () => {
  const { rita, omar } = await prepareBoth()
  await note(omar, 0, 'Alleen voor Omar.')
  expect((await unlock(omar.db, derive, 'kastanje wandelt zondag')).kind).toBe('wrong')
  const records = await omar.db.getAll('record')
  expect(records.length).toBeGreaterThan(2)
  for (const record of records) await expect(opened(rita.key, record.place, record)).rejects.toThrow()
  expect(JSON.stringify(rita.notebook.page())).not.toContain('Alleen voor Omar')
})

test('five wrong phrases erase that notebook and leave the other', async () => {
  const { rita, omar } = await prepareBoth()
  const act = await note(rita, 0, 'Van Rita.')
  for (let tries = 0; tries < triesAllowed; tries += 1) await unlock(omar.db, derive, 'een andere zin')
  expect(await namesOnPhone()).toEqual(['Rita'])
  await rita.notebook.refresh()
  expect(rita.notebook.page().acts.map(({ act: kept }) => kept.id)).toEqual([act.id])
})

test('the notebook of one is never filled or sent in the session of the other', async () => {
  const { rita, omar } = await prepareBoth()
  await note(omar, 0, 'Van Omar.')
  const asRita = async () => Response.json({ ...answerAt(morning), visitor: rita.visitor })
  const sent: string[] = []
  expect(
    await sendAll(omar.notebook, async (path, init) => {
      sent.push(String(init?.body))
      return path.endsWith('/acts') ? new Response('{}', { status: 409 }) : asRita()
    }),
  ).toBe('otherVisitor')
  expect(JSON.parse(sent[0] ?? '')).toMatchObject({ visitor: omar.visitor.id })
  // Also before the first contact, when there is nothing in it yet.
  const db = await phone.placeForNew()
  await keepOwn(db, { name: 'Karim', visitorId: uuidv7() })
  const fresh = await openNotebook(db, await setUpLock(db, derive, 'paraplu fluit vrijdag'), () => morning)
  expect(await sendAll(fresh, asRita)).toBe('otherVisitor')
  expect(fresh.page().self).toBeUndefined()
})

test('P8 what is due is forgotten in every notebook, also in those that stay locked', async () => {
  const both = Object.values(await prepareBoth())
  for (const one of both) {
    const { id } = await note(one, 0, 'Kent de straat.')
    await one.notebook.takeAnswers([{ id, status: 'applied' }])
  }
  const notes = () =>
    Promise.all(
      both.map(async ({ db }) => (await db.getAllKeys('record')).filter((place) => place.startsWith('visit/')).length),
    )
  expect(await notes()).toEqual([1, 1])
  await forgetOnPhone(phone, hours(25))
  expect(await notes()).toEqual([0, 0])
})

test('P8 what the last contact of one taught about the clock counts for the other too', async () => {
  const { rita, omar } = await prepareBoth()
  const { id } = await note(omar, 0, 'Kent de straat.')
  await omar.notebook.takeAnswers([{ id, status: 'applied' }])
  // The clock is put back a year; only Rita is in contact after that.
  const putBack = new Date('2025-11-24T11:00:00Z')
  const later = await openNotebook(rita.db, rita.key, () => putBack)
  await later.takeRounds({ ...answerAt(hours(26)), visitor: rita.visitor })
  await forgetOnPhone(phone, putBack)
  expect((await omar.db.getAllKeys('record')).filter((place) => place.startsWith('visit/'))).toEqual([])
})

test('erasing the notebook of one from afar leaves the other, and says what went', async () => {
  const { rita, omar } = await prepareBoth()
  await note(rita, 0, 'Van Rita.')
  await note(omar, 1, 'Van Omar.')
  const [first] = await phone.notebooks()
  const reports: { id: string; shared: boolean }[] = []
  const fetch = async (_path: string, init: RequestInit) => {
    const report = JSON.parse(String(init.body)) as { id: string; shared: boolean }
    reports.push(report)
    return Response.json({ wipe: report.id === first?.own.number })
  }
  expect(await wipeOnPhone(phone, { clock: () => morning, store, fetch })).toEqual([rita.db.name])
  expect(reports.map(({ shared }) => shared)).toEqual([true, true])
  expect(new Set(reports.map(({ id }) => id)).size).toBe(2)
  expect(await namesOnPhone()).toEqual(['Omar'])
  await omar.notebook.refresh()
  expect(omar.notebook.page().acts).toHaveLength(1)
  expect(farewells(store, morning)).toMatchObject([{ cause: 'told', name: 'Rita', notSent: 1 }])
})

test('preparing that ended halfway leaves no notebook, and its place is used again', async () => {
  const halfway = await phone.placeForNew()
  await keepOwn(halfway, { name: 'Rita', visitorId: uuidv7() })
  expect(await namesOnPhone()).toEqual([])
  expect((await phone.placeForNew()).name).toBe(halfway.name)
})
