import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPhoneDatabase, type PhoneDatabase } from '../device/phone-database.ts'
import { opened, sealed } from '../device/sealing.ts'
import { argon2Key } from './argon2.ts'
import { type DeriveKey, keyParameters } from './key-parameters.ts'
import { lockState, setUpLock, unlock } from './lock.ts'
import { afterWrongTry, phraseProblem, triesAllowed, triesOnFullPhone } from './tries.ts'

let db: PhoneDatabase
/** Cheap parameters: these tests are about the lock, not about how hard trying is. */
const derive: DeriveKey = async (phrase, salt) => argon2Key(phrase, salt, { memoryKib: 8, passes: 1 })
const phrase = 'kastanje wandelt zondag'

beforeEach(async () => {
  db = await openPhoneDatabase()
})
afterEach(async () => {
  db.close()
  indexedDB.deleteDatabase('meernet-visits')
})

test('the right phrase opens what was sealed, after closing and opening again', async () => {
  const record = await sealed(await setUpLock(db, derive, phrase), 'self', { name: 'Anna' })
  const again = await unlock(db, derive, phrase)
  if (again.kind !== 'open') throw new Error(again.kind)
  expect(await opened(again.key, 'self', record)).toEqual({ name: 'Anna' })
})

test('the key never leaves in the clear: it cannot be exported, and the phrase is nowhere', async () => {
  const key = await setUpLock(db, derive, phrase)
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
  const stored = await db.get('lock', 'lock')
  expect(Buffer.from(stored?.wrapped.bytes ?? new ArrayBuffer(0)).toString('latin1')).not.toContain('kastanje')
})

test('a wrong phrase costs a try, a right one gives them all back', async () => {
  await setUpLock(db, derive, phrase)
  expect(await unlock(db, derive, 'something else')).toEqual({ kind: 'wrong', triesLeft: triesAllowed - 1 })
  expect(await lockState(db)).toEqual({ triesLeft: triesAllowed - 1 })
  expect((await unlock(db, derive, phrase)).kind).toBe('open')
  expect(await lockState(db)).toEqual({ triesLeft: triesAllowed })
})

test('after five wrong tries everything on the phone is gone, also what was not sent', async () => {
  const key = await setUpLock(db, derive, phrase)
  await db.add('outbox', {
    ...(await sealed(key, 'act/1', {})),
    id: '1',
    state: 'waiting',
    reason: null,
    forgetAt: null,
  })
  const results: string[] = []
  for (let tries = 0; tries < triesAllowed; tries += 1) results.push((await unlock(db, derive, 'wrong phrase')).kind)
  expect(results).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'erased'])
  db = await openPhoneDatabase()
  expect([await db.count('lock'), await db.count('outbox'), await db.count('record')]).toEqual([0, 0, 0])
})

test('closing the app in the middle of a try wins no try back', async () => {
  await setUpLock(db, derive, phrase)
  const killed: DeriveKey = () => Promise.reject(new Error('the app was closed'))
  await expect(unlock(db, killed, 'a guess')).rejects.toThrow()
  expect(await lockState(db)).toEqual({ triesLeft: triesAllowed - 1 })
  for (let tries = 1; tries < triesAllowed; tries += 1) await unlock(db, killed, 'a guess').catch(() => undefined)
  expect(await unlock(db, derive, phrase)).toEqual({ kind: 'erased' })
})

test('a full phone can still be opened, and does not take wrong tries without end', async () => {
  await setUpLock(db, derive, phrase)
  const { put } = IDBObjectStore.prototype
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('no room', 'QuotaExceededError')
  }
  const kinds: string[] = []
  for (let tries = 1; tries < triesOnFullPhone; tries += 1) kinds.push((await unlock(db, derive, 'wrong phrase')).kind)
  expect(new Set(kinds)).toEqual(new Set(['wrong']))
  expect((await unlock(db, derive, phrase)).kind).toBe('open')
  await expect(unlock(db, derive, phrase)).rejects.toThrow('full')
  // With room again all tries are back.
  IDBObjectStore.prototype.put = put
  expect((await unlock(db, derive, phrase)).kind).toBe('open')
  expect([await lockState(db), await db.count('spare')]).toEqual([{ triesLeft: triesAllowed }, triesOnFullPhone])
})

test('a sealed record that is moved or changed does not open', async () => {
  const key = await setUpLock(db, derive, phrase)
  const record = await sealed(key, 'visit/1', { sentence: 'Kent de straat.' })
  await expect(opened(key, 'visit/2', record)).rejects.toThrow()
  const changed = new Uint8Array(record.bytes.slice(0))
  changed[3] = (changed[3] ?? 0) ^ 1
  await expect(opened(key, 'visit/1', { ...record, bytes: changed.buffer })).rejects.toThrow()
})

test.each([
  ['kort', 'kort', 'tooShort'],
  ['aaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaa', 'tooPlain'],
  [phrase, 'kastanje wandelt maandag', 'different'],
  [phrase, phrase, undefined],
] as const)('the phrase %s, repeated as %s: %s', (chosen, repeated, problem) => {
  expect(phraseProblem(chosen, repeated)).toBe(problem)
})

test('tries only ever go down', () => {
  expect([5, 2, 1, 0].map((left) => afterWrongTry(left).kind)).toEqual(['again', 'again', 'erase', 'erase'])
})

test('Argon2id gives the answer of the reference program, and the parameters are at least those advised for phrases', () => {
  // Reference: the command line program of the Argon2 authors, `echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1`.
  const key = argon2Key('password', new TextEncoder().encode('somesalt'), { memoryKib: 65_536, passes: 2 })
  expect(Buffer.from(key).toString('hex')).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7')
  expect(keyParameters.memoryKib * keyParameters.passes).toBeGreaterThanOrEqual(19_456 * 2)
})
