import { expect, test } from 'vitest'
import { addNet, type Change, netOf } from './net-change.ts'
import { changeOf, noStanding, type Standing } from './standing.ts'

/** Likely for one, with an amount in cents a year; without one the right has none. */
const likely = (cents = 0): Standing => ({ ...noStanding(), likely: 1, likelyLow: cents, likelyHigh: cents })
const possible = (cents = 0): Standing => ({ ...noStanding(), possible: 1, possibleHigh: cents })
const none = noStanding()

test.each<[string, Standing, Standing, Change]>([
  ['more money', likely(100), likely(120), 1],
  ['less money', likely(100), likely(80), -1],
  ['the same', likely(100), likely(100), 0],
  ['surely instead of perhaps', possible(100), likely(100), 1],
  ['perhaps instead of surely', likely(100), possible(100), -1],
  ['perhaps, where it was no', none, possible(100), 1],
  ['surely little instead of perhaps much', possible(100), likely(60), null],
  ['a right without money', none, likely(), 1],
  ['a right without money, no longer', possible(), none, -1],
  [
    'a most that nobody knows, before and after',
    possible(Number.POSITIVE_INFINITY),
    possible(Number.POSITIVE_INFINITY),
    0,
  ],
])('%s', (_, was, is, change) => {
  expect(changeOf(was, is)).toBe(change)
})

/** What some rights together do for one household. */
function netChangeOf(...rights: readonly (readonly [Standing, Standing])[]): Change {
  const net = netOf(1)
  for (const [was, is] of rights) addNet(net, 0, was, is, changeOf(was, is))
  return net.change(0)
}

test('with a gain in one right and a loss in another, the difference in money decides', () => {
  expect(netChangeOf([likely(100), likely(130)], [likely(50), likely(40)])).toBe(1)
  expect(netChangeOf([likely(100), likely(110)], [likely(50), none])).toBe(-1)
  expect(netChangeOf([likely(100), likely(150)], [likely(50), none])).toBe(0)
})

test('a loss of what has no amount cannot be set off against money', () => {
  expect(netChangeOf([likely(100), likely(130)], [likely(), none])).toBe(null)
})

test('one right that nobody can judge leaves the whole unclear, unless nothing else changed it', () => {
  expect(netChangeOf([possible(100), likely(60)], [likely(100), likely(130)])).toBe(null)
  expect(netChangeOf([likely(100), likely(100)])).toBe(0)
})
