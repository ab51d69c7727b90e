import { expect, test } from 'vitest'
import {
  addWorkingDays,
  belgianHolidays,
  daysBetween,
  isIsoDate,
  isoDateIn,
  isWorkingDay,
  startOfDayIn,
} from './index.ts'

test('the movable holidays of 2026 are Easter Monday, Ascension and Whit Monday', () => {
  expect(belgianHolidays(2026)).toEqual(expect.arrayContaining(['2026-04-06', '2026-05-14', '2026-05-25']))
})

test.each([
  ['2026-04-03', 1, '2026-04-07'],
  ['2026-12-18', 10, '2027-01-05'],
  ['2026-11-09', 2, '2026-11-12'],
  ['2026-11-20', 10, '2026-12-04'],
])('%s plus %i working days is %s', (from, count, expected) => {
  expect(addWorkingDays(from, count)).toBe(expected)
})

test('the national holiday is no working day', () => {
  expect(isWorkingDay('2026-07-21')).toBe(false)
  expect(isWorkingDay('2026-07-22')).toBe(true)
})

test('late in the evening it is already tomorrow in Brussels', () => {
  expect(isoDateIn('Europe/Brussels', new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01')
})

test('a day that does not exist is refused', () => {
  expect(isIsoDate('2026-02-30')).toBe(false)
  expect(isIsoDate('2028-02-29')).toBe(true)
})

test('days are counted across the change to summer time', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
})

test.each([
  ['Europe/Brussels', '2026-01-15', '2026-01-14T23:00:00.000Z'],
  ['Europe/Brussels', '2026-07-15', '2026-07-14T22:00:00.000Z'],
  ['Europe/Brussels', '2026-03-29', '2026-03-28T23:00:00.000Z'],
  ['Europe/Brussels', '2026-10-26', '2026-10-25T23:00:00.000Z'],
  ['Pacific/Kiritimati', '2026-01-15', '2026-01-14T10:00:00.000Z'],
  ['Pacific/Pago_Pago', '2026-01-15', '2026-01-15T11:00:00.000Z'],
])('in %s %s begins at %s', (zone, day, expected) => {
  expect(startOfDayIn(zone, day).toISOString()).toBe(expected)
})
