import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerAt, doorId } from '../../../tests/support/visit-notebook.ts'
import type { CheckAtDoor } from '../../functions/guidance/contract.ts'
import { forgetDue, openPhoneDatabase, type PhoneDatabase } from '../device/phone-database.ts'
import { erase } from '../device/remote-wipe.ts'
import { type Notebook, openNotebook } from '../notebook/notebook.ts'
import type { BegunCheck } from '../notebook/page.ts'

const begun: BegunCheck = {
  roundAddressId: doorId(0),
  told: {
    household: { region: 'flanders' },
    dwelling: {},
    persons: [{ id: 'p1', role: 'reference', age: 70, net_income_month: 1212 }],
    skipped: [],
  },
}
const at = (time: string) => new Date(`2026-11-23T${time}:00Z`)

let db: PhoneDatabase
let key: CryptoKey
let now: Date
let notebook: Notebook

beforeEach(async () => {
  now = at('10:00')
  db = await openPhoneDatabase()
  key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  notebook = await openNotebook(db, key, () => now)
  await notebook.takeRounds(answerAt(now))
  await notebook.keepCheck(begun)
})
afterEach(() => {
  db.close()
  indexedDB.deleteDatabase('meernet-visits')
})

test('a check left half-way goes on where it was after the phone was locked', async () => {
  const again = await openNotebook(db, key, () => now)
  expect(again.page().checks).toEqual([begun])
})

test('what was told lies sealed: nothing of it can be read without the phrase', async () => {
  const stored = (await db.getAll('record')).map((record) => new TextDecoder('latin1').decode(record.bytes))
  expect(stored.length).toBeGreaterThan(0)
  expect(stored.join()).not.toMatch(/net_income|1212/)
})

test('P8 it is gone after two hours, also from a phone that stays locked', async () => {
  expect(await forgetDue(db, at('11:59'))).toBe(0)
  expect(await forgetDue(db, at('12:00'))).toBe(1)
  expect((await openNotebook(db, key, () => at('12:00'))).page().checks).toEqual([])
})

test('it is gone at once when the person keeps nothing', async () => {
  await notebook.dropCheck(doorId(0))
  expect(notebook.page().checks).toEqual([])
  expect((await db.getAllKeys('record')).filter((place) => place.startsWith('check/'))).toEqual([])
})

test('nothing of it ever waits to be sent', () => {
  expect(notebook.nextToSend()).toEqual([])
  expect(notebook.page().acts).toEqual([])
})

test('it goes with the notebook when that is erased from afar or after wrong phrases', async () => {
  const store = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined }
  await erase({ db, own: { number: '1', name: null, visitorId: null } }, { cause: 'told', now, store })
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('meernet-visits')
})

test('what the municipality knows of itself stays for when there is no network', async () => {
  const place: CheckAtDoor = {
    region: 'flanders',
    parameters: {},
    contacts: { ocmw: { name: 'Sociaal Huis', phone: '011 00 00 10', address: 'Kerkplein 1' } },
    languages: ['nl', 'ar'],
  }
  await notebook.keepRightsPlace(place)
  expect((await openNotebook(db, key, () => now)).page().rightsPlace).toEqual(place)
})
