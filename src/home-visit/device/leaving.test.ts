import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { endSession, finishLeaving, leaveIfKilled, noteOpen, noteWithoutNotebook, stay } from './leaving.ts'

let kept: Map<string, string>
let signOuts: string[]
let hasNetwork: boolean
let isFull: boolean
beforeEach(() => {
  kept = new Map()
  signOuts = []
  hasNetwork = true
  isFull = false
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => kept.delete(key),
    setItem: (key: string, value: string) => {
      if (isFull) throw new DOMException('no room', 'QuotaExceededError')
      kept.set(key, value)
    },
  })
  vi.stubGlobal('fetch', async (path: string) => {
    if (!hasNetwork) throw new TypeError('no network')
    signOuts.push(path)
    return new Response(null, { status: 204 })
  })
})
afterEach(() => vi.unstubAllGlobals())

test('P22 without a network the session ends at the next contact, once', async () => {
  hasNetwork = false
  await endSession('rita')
  expect(signOuts).toEqual([])
  hasNetwork = true
  await finishLeaving()
  await finishLeaving()
  expect(signOuts).toEqual(['/sign-out'])
})

test('P22 a phone without room to remember it ends the session all the same', async () => {
  isFull = true
  await endSession('rita')
  expect(signOuts).toEqual(['/sign-out'])
  expect(kept.size).toBe(0)
})

test('who opened the same notebook again before there was a network stays signed in, and another does not', async () => {
  hasNetwork = false
  await endSession('rita')
  stay('karim')
  expect(kept.size).toBe(1)
  stay('rita')
  hasNetwork = true
  await finishLeaving()
  expect(signOuts).toEqual([])
})

test.each([
  ['with a notebook open', () => noteOpen('rita')],
  ['before a notebook was made', noteWithoutNotebook],
])('P22 an app killed %s ends the session at its next start', async (_when, note) => {
  note()
  await leaveIfKilled()
  await leaveIfKilled()
  expect(signOuts).toEqual(['/sign-out'])
})
