import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { type ChallengePurpose, isOwnChallenge, makeChallenge } from './challenge.ts'

const secret = randomBytes(32)
const made = new Date('2026-11-23T08:00:00Z')
const enter: ChallengePurpose = { kind: 'enter' }
const challengeFor = (purpose: ChallengePurpose) =>
  makeChallenge(secret, purpose, { now: made, chance: randomBytes(16) }).toString('base64url')
const after = (seconds: number) => new Date(made.getTime() + seconds * 1000)

test.each([
  [0, true],
  [599, true],
  [600, false],
  [-1, false],
])('a challenge answered %i seconds after it was made counts: %s', (seconds, counts) => {
  expect(isOwnChallenge(secret, enter, challengeFor(enter), after(seconds))).toBe(counts)
})

test('a challenge made for one thing is not one for another', () => {
  const add = (accountId: string): ChallengePurpose => ({ kind: 'add', accountId })
  expect(isOwnChallenge(secret, enter, challengeFor(add('a')), made)).toBe(false)
  expect(isOwnChallenge(secret, add('b'), challengeFor(add('a')), made)).toBe(false)
  expect(isOwnChallenge(secret, add('a'), challengeFor(add('a')), made)).toBe(true)
})

test('a challenge that we did not make is not ours, whatever its length', () => {
  const changed = Buffer.from(challengeFor(enter), 'base64url')
  changed[7] = (changed[7] ?? 0) ^ 1
  for (const strange of [changed.toString('base64url'), '', 'x', randomBytes(40).toString('base64url')])
    expect(isOwnChallenge(secret, enter, strange, made)).toBe(false)
  expect(isOwnChallenge(randomBytes(32), enter, challengeFor(enter), made)).toBe(false)
})
