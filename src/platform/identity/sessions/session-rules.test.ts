import { expect, test } from 'vitest'
import type { Role } from '../../access/actor.ts'
import { isOver, needsNote } from './session-rules.ts'

const at = (time: string) => new Date(`2026-11-23T${time}:00Z`)

test.each<[Role, string, string, string, boolean]>([
  ['coordinator', '08:00', '08:00', '08:59', false],
  ['coordinator', '08:00', '08:00', '09:00', true],
  ['coordinator', '08:00', '19:30', '19:59', false],
  ['coordinator', '08:00', '19:59', '20:00', true],
  ['visitor', '08:00', '08:00', '19:59', false],
  ['visitor', '08:00', '19:59', '20:00', true],
])('the session of a %s, begun at %s and last used at %s, is over at %s: %s', (role, begun, used, now, over) => {
  expect(isOver({ createdAt: at(begun), lastSeenAt: at(used), isOnSharedPhone: false }, role, at(now))).toBe(over)
})

test.each<[Role, string, boolean]>([
  ['visitor', '08:29', false],
  ['visitor', '08:30', true],
  ['coordinator', '08:30', true],
])('P22 on a phone that several share, the session of a %s last used at 08:00 is over at %s: %s', (role, now, over) => {
  expect(isOver({ createdAt: at('07:00'), lastSeenAt: at('08:00'), isOnSharedPhone: true }, role, at(now))).toBe(over)
})

test('the use of a session is noted once a minute', () => {
  expect(needsNote(at('08:00'), at('08:00'))).toBe(false)
  expect(needsNote(at('08:00'), at('08:01'))).toBe(true)
})
