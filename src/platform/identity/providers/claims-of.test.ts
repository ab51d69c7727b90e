import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LyingProvider, startLyingProvider, type Told } from '../../../../tests/support/sign-in/lying-provider.ts'
import { type Attempt, attemptOf, makeSeed } from './attempt.ts'
import { claimsOf } from './provider-client.ts'

let there: LyingProvider
let other: LyingProvider
beforeAll(async () => {
  there = await startLyingProvider()
  other = await startLyingProvider()
})
afterAll(() => Promise.all([there.stop(), other.stop()]))

const now = new Date()
const attempt: Attempt =
  attemptOf(Buffer.alloc(32, 7), '01900000-0000-7000-8000-000000000001', makeSeed(now, Buffer.alloc(24, 3)), now) ??
  raise('an attempt that begins now is not too old')
const seconds = (fromNow: number) => Math.floor(Date.now() / 1000) + fromNow

/** What we make of a provider that answers an attempt and tells this; `answer` changes the address it sends the browser to. */
async function made(told: Told, answer: Readonly<Record<string, string>> = {}) {
  there.tells(attempt.nonce, told)
  const { issuer, clientId, clientSecret } = there
  const returnTo = 'http://localhost/sign-in/provider/hier/answer'
  const query = new URLSearchParams({ code: 'x', state: attempt.state, iss: issuer, ...answer })
  const access = { issuer, clientId, clientSecret, returnTo, mayBeHttp: true, mayBeInside: true }
  const claims = await claimsOf(access, attempt, new URL(`${returnTo}?${query}`))
  return claims.kind === 'answered' ? claims.answer.sub : claims.problem
}

test('a provider that tells the truth is believed', async () => {
  expect(await made({})).toBe('iemand')
})

test.each<[string, () => Told]>([
  ['answers another attempt', () => ({ claims: { nonce: 'van een andere poging' } })],
  ['answers no attempt', () => ({ claims: { nonce: undefined } })],
  ['speaks for another provider', () => ({ claims: { iss: other.issuer } })],
  ['speaks to somebody else', () => ({ claims: { aud: 'een ander programma' } })],
  ['speaks to many and was asked by another', () => ({ claims: { aud: ['meernet', 'x'], azp: 'x' } })],
  ['names nobody', () => ({ claims: { sub: undefined } })],
  ['names a number', () => ({ claims: { sub: 12 } })],
  ['names nothing', () => ({ claims: { sub: '' } })],
  ['names somebody no database can keep', () => ({ claims: { sub: 'iemand\0' } })],
  ['names somebody without end', () => ({ claims: { sub: 'x'.repeat(5000) } })],
  ['is over for five minutes', () => ({ claims: { iat: seconds(-600), exp: seconds(-300) } })],
  ['begins in five minutes', () => ({ claims: { nbf: seconds(300) } })],
  ['never ends', () => ({ claims: { exp: undefined } })],
  ['is signed by a stranger', () => ({ signedBy: 'another' })],
  ['is signed by a key it does not show', () => ({ signedBy: 'another', header: { kid: 'elders' } })],
  ['is signed with what both know', () => ({ signedBy: 'our secret' })],
  ['is signed by nobody', () => ({ signedBy: 'nobody' })],
  ['says something its signature does not', () => ({ signedBy: 'another', header: { alg: 'RS512' } })],
])('a token that %s is refused', async (_what, told) => {
  expect(await made(told())).toBe('refused')
})

test('an answer without a token is refused', async () => {
  expect(await made({ hasNoToken: true })).toBe('refused')
})

test('a page about somebody else than the token is refused', async () => {
  expect(await made({ userInfo: { sub: 'een ander', email: 'de.baas@werk.example' } })).toBe('refused')
})

test('an answer that another provider sent is refused, however good its code', async () => {
  expect(await made({}, { iss: other.issuer })).toBe('refused')
  expect(await made({}, { state: 'van een andere poging' })).toBe('refused')
})

test('clocks may differ by twenty seconds, in either direction', async () => {
  expect(await made({ claims: { iat: seconds(-300), exp: seconds(-20) } })).toBe('iemand')
  expect(await made({ claims: { iat: seconds(20), nbf: seconds(20), exp: seconds(300) } })).toBe('iemand')
})

function raise(why: string): never {
  throw new Error(why)
}
