import { describe, expect, test } from 'vitest'
import { checkCode, type LinkUse, linkProblem, maxAttempts, newLinkSecret, tokenHash } from './link.ts'

const now = new Date('2026-11-23T08:00:00Z')
const link = (over: Partial<LinkUse> = {}): LinkUse => ({
  expiresAt: new Date('2026-11-30T08:00:00Z'),
  usedAt: null,
  endedAt: null,
  attempts: 0,
  ...over,
})

test('a link carries 256 bits of chance and a code of eight digits', () => {
  const secrets = Array.from({ length: 200 }, newLinkSecret)
  expect(secrets.every(({ token }) => Buffer.from(token, 'base64url').length === 32)).toBe(true)
  expect(secrets.every(({ code }) => /^\d{8}$/.test(code))).toBe(true)
  expect(new Set(secrets.map(({ token }) => token)).size).toBe(200)
  expect(secrets.every(({ token, code }) => !tokenHash(token).toString('latin1').includes(code))).toBe(true)
})

test.each(['01234567', '0123 4567', '0123-45 67'])('the code may be typed as "%s"', (typed) => {
  expect(checkCode(link(), typed, '01234567', now)).toEqual({ kind: 'right' })
})

test('a wrong code says how many tries are left, and the last one ends the link', () => {
  expect(checkCode(link(), '11111111', '01234567', now)).toEqual({ kind: 'wrong', left: maxAttempts - 1 })
  const last = link({ attempts: maxAttempts - 1 })
  expect(checkCode(last, '11111111', '01234567', now)).toEqual({ kind: 'refused', reason: 'tooManyTries' })
})

describe('not even the right code opens a link', () => {
  test.each([
    ['that was used', { usedAt: now }, 'used'],
    ['that ended', { endedAt: now }, 'ended'],
    ['after seven days', { expiresAt: now }, 'expired'],
    ['that was tried too often', { attempts: maxAttempts, endedAt: now }, 'tooManyTries'],
  ] as const)('%s', (_what, over, reason) => {
    expect(checkCode(link(over), '01234567', '01234567', now)).toEqual({ kind: 'refused', reason })
    expect(linkProblem(link(over), now)).toEqual({ kind: 'refused', reason })
  })
})
