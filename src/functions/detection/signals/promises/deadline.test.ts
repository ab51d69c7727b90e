import { expect, test } from 'vitest'
import { dueOn } from './deadline.ts'

const received = { state: 'received', triage: null, urgency: 'ordinary' } as const

test.each([
  ['a Monday', '2026-11-09', '2026-11-23'],
  ['a Saturday, so that a fortnight ends in the weekend', '2026-11-07', '2026-11-20'],
  ['fourteen days before Armistice Day', '2026-10-28', '2026-11-10'],
  ['before Easter Monday', '2026-03-23', '2026-04-03'],
  ['before Christmas Day, a Friday', '2026-12-11', '2026-12-24'],
])(
  'an ordinary card that came in on %s is answered within 14 days, on a Belgian working day',
  (_what, on, expected) => {
    expect(dueOn({ ...received, receivedOn: on, on })).toBe(expected)
  },
)

test('an urgent card is for the same day, on Sunday too', () => {
  expect(dueOn({ ...received, urgency: 'urgent', receivedOn: '2026-11-22', on: '2026-11-22' })).toBe('2026-11-22')
})

test('an alarm is for the day on which it is recognised', () => {
  const day = { receivedOn: '2026-11-16', on: '2026-11-19' }
  expect(dueOn({ ...received, state: 'triaged', triage: 'alarm', ...day })).toBe('2026-11-19')
})

test('triage as ordinary does not move the promise made when the card came in', () => {
  const day = { receivedOn: '2026-11-09', on: '2026-11-20' }
  expect(dueOn({ ...received, urgency: 'urgent', state: 'triaged', triage: 'ordinary', ...day })).toBe('2026-11-23')
})

test.each(['declined', 'closed', 'case'] as const)('nothing is promised any more once %s', (state) => {
  expect(dueOn({ ...received, state, receivedOn: '2026-11-09', on: '2026-11-10' })).toBeNull()
})

test('a signal for policy only promises nobody a call', () => {
  expect(
    dueOn({ ...received, state: 'triaged', triage: 'policyOnly', receivedOn: '2026-11-09', on: '2026-11-10' }),
  ).toBeNull()
})
