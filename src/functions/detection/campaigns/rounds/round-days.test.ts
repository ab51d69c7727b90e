import { expect, test } from 'vitest'
import { readyVolunteer } from '../../../../../tests/support/volunteers.ts'
import type { Volunteer } from '../../../../registers/volunteers/index.ts'
import { type Calendar, planDays } from './round-days.ts'

const free = readyVolunteer({ times: ['weekdayMorning', 'weekend'] })
/** Monday 23 November to Sunday 20 December, going out on Tuesday and Saturday. */
const calendar = (over: Partial<Volunteer> = {}, rest: Partial<Calendar> = {}): Calendar => ({
  from: '2026-11-23',
  until: '2026-12-20',
  weekdays: [2, 6],
  members: new Map([
    [
      'pair',
      [
        { ...free, ...over },
        { ...free, id: 'jef', name: 'Jef' },
      ],
    ],
  ]),
  given: [],
  ...rest,
})
const rounds = (...doors: readonly number[]) => doors.map((some) => ({ pairId: 'pair', doors: some }))
const daysOf = (planned: ReturnType<typeof planDays>) => planned.map((one) => (one.kind === 'day' ? one.day : one.kind))

test('rounds of a pair fall on the chosen weekdays, one a day', () => {
  expect(daysOf(planDays(rounds(20, 20, 20), calendar()))).toEqual(['2026-11-24', '2026-11-28', '2026-12-01'])
})

test('somebody who goes out only in the week is not asked on a Saturday', () => {
  expect(daysOf(planDays(rounds(20, 20), calendar({ times: ['weekdayMorning'] })))).toEqual([
    '2026-11-24',
    '2026-12-01',
  ])
})

test('a limit of doors a week moves the next round to the week after', () => {
  expect(daysOf(planDays(rounds(20, 20), calendar({ visitsPerWeek: 30 })))).toEqual(['2026-11-24', '2026-12-01'])
})

test('doors of another campaign count for the limit', () => {
  const given = [{ volunteerId: 'mia', day: '2026-11-26', doors: 20 }]
  expect(daysOf(planDays(rounds(20), calendar({ visitsPerWeek: 30 }, { given })))).toEqual(['2026-12-01'])
})

test('a pause is skipped', () => {
  const paused = { pausedFrom: '2026-11-20', pausedUntil: '2026-12-02' }
  expect(daysOf(planDays(rounds(20), calendar(paused)))).toEqual(['2026-12-05'])
})

test('a round without a possible day says what stood in the way', () => {
  const [planned] = planDays(rounds(20), calendar({ visitsPerWeek: 10 }))
  expect(planned).toEqual({
    kind: 'noDay',
    problems: [{ kind: 'notAssignable', volunteerId: 'mia', problem: { kind: 'weekFull', limit: 10 } }],
  })
})

test('without a chosen weekday there is no day', () => {
  expect(planDays(rounds(20), calendar({}, { weekdays: [] }))).toEqual([
    { kind: 'noDay', problems: [{ kind: 'noDaysLeft' }] },
  ])
})
