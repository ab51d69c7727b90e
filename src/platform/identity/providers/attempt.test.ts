import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { attemptOf, makeSeed } from './attempt.ts'

const secret = randomBytes(32)
const begun = new Date('2026-11-23T08:00:00Z')
const seed = makeSeed(begun, randomBytes(24))
const after = (minutes: number) => new Date(begun.getTime() + minutes * 60_000)

test('the same browser comes back to the same attempt, until a quarter of an hour has passed', () => {
  const attempt = attemptOf(secret, 'here', seed, begun)
  expect(attempt).toBeDefined()
  expect(attemptOf(secret, 'here', seed, after(14.9))).toEqual(attempt)
  expect(attemptOf(secret, 'here', seed, after(15))).toBeUndefined()
  expect(attemptOf(secret, 'here', seed, after(-1))).toBeUndefined()
})

test('state, nonce and verifier are three secrets, others for every seed, municipality and installation', () => {
  const attempts = [
    attemptOf(secret, 'here', seed, begun),
    attemptOf(secret, 'elsewhere', seed, begun),
    attemptOf(randomBytes(32), 'here', seed, begun),
    attemptOf(secret, 'here', makeSeed(begun, randomBytes(24)), begun),
  ]
  const made = attempts.flatMap((attempt) => Object.values(attempt ?? {}))
  expect(new Set(made).size).toBe(12)
  // RFC 7636, section 4.1: 43 to 128 characters.
  expect(made.every((text) => /^[\w-]{43}$/.test(text))).toBe(true)
})

test('what is no seed begins no attempt', () => {
  for (const strange of ['', 'x', randomBytes(31).toString('base64url'), randomBytes(33).toString('base64url')])
    expect(attemptOf(secret, 'here', strange, begun)).toBeUndefined()
})
