import { expect, test } from 'vitest'
import { mayGiveUp, type Way, type Ways } from './ways.ts'

const ways = (opensByMail: boolean, passkeys: number, hasPasswordAndCode: boolean): Ways => ({
  opensByMail,
  passkeys,
  hasPasswordAndCode,
})

test.each<[Ways, Way, boolean]>([
  [ways(true, 1, false), 'passkey', true],
  [ways(true, 0, true), 'passwordAndCode', true],
  [ways(true, 0, false), 'mail', false],
  [ways(true, 1, false), 'mail', false],
  [ways(true, 0, true), 'mail', false],
  [ways(true, 1, true), 'mail', true],
  [ways(true, 2, false), 'mail', true],
  [ways(false, 2, false), 'passkey', false],
  [ways(false, 3, false), 'passkey', true],
  [ways(false, 1, true), 'passkey', false],
  [ways(false, 1, true), 'passwordAndCode', false],
  [ways(false, 2, true), 'passwordAndCode', true],
])('with %o one may give up %s: %s', (own, way, may) => {
  expect(mayGiveUp(own, way)).toBe(may)
})
