import { expect, test } from 'vitest'
import { todayHere } from '../screens/working.ts'
import { clockState, corrected, timeTold } from './phone-clock.ts'

const hour = 3_600_000
const server = new Date('2026-11-23T10:00:00Z')
const after = (start: Date, hours: number) => new Date(start.getTime() + hours * hour)

test.each([
  ['right', 0, 'right'],
  ['a minute behind', -1 / 60, 'right'],
  ['three hours ahead', 3, 'corrected'],
  ['an hour behind', -1, 'corrected'],
  ['sixteen years behind', -16 * 365 * 24, 'corrected'],
  ['ten years ahead', 10 * 365 * 24, 'corrected'],
])('a clock that is %s is put right by the last contact, and that is said', (_what, hours, state) => {
  const shown = after(server, hours)
  const told = timeTold(server, shown)
  const later = after(shown, 2)
  expect(Math.abs(corrected(later, told).getTime() - after(server, 2).getTime())).toBeLessThan(2 * 60_000)
  expect(clockState(later, told)).toBe(state)
})

test('a clock set back after the last contact gives no moment before that contact', () => {
  const told = timeTold(server, server)
  const emptyBattery = new Date('2010-01-01T00:00:00Z')
  expect(corrected(emptyBattery, told)).toEqual(server)
  expect(clockState(emptyBattery, told)).toBe('putBack')
})

test('before the first contact the clock of the phone is all there is', () => {
  expect(corrected(server, undefined)).toEqual(server)
  expect(clockState(server, undefined)).toBe('right')
})

test('in the night the clock goes back, the hour that comes twice stays in order, and the day is the one of Brussels', () => {
  const told = timeTold(new Date('2026-10-24T20:00:00Z'), new Date('2026-10-24T20:00:00Z'))
  const night = ['2026-10-24T21:59:00Z', '2026-10-24T22:01:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']
  const moments = night.map((moment) => corrected(new Date(moment), told))
  expect(moments).toEqual(moments.toSorted((a, b) => a.getTime() - b.getTime()))
  expect(moments.map((moment) => todayHere({ now: () => moment }))).toEqual([
    '2026-10-24',
    '2026-10-25',
    '2026-10-25',
    '2026-10-25',
  ])
})
