import { expect, test } from 'vitest'
import { debriefDue, isLate } from './care.ts'
import { notHeardFor, withVisits } from './last-heard.ts'

test('the talk after a hard visit is promised within 48 hours, to the second', () => {
  const dueAt = debriefDue(new Date('2026-11-20T15:30:00Z'))
  expect(dueAt.toISOString()).toBe('2026-11-22T15:30:00.000Z')
  expect(isLate({ dueAt, heldOn: null }, new Date('2026-11-22T15:30:00Z'))).toBe(false)
  expect(isLate({ dueAt, heldOn: null }, new Date('2026-11-22T15:30:00.001Z'))).toBe(true)
  expect(isLate({ dueAt, heldOn: '2026-11-24' }, new Date('2026-11-25T00:00:00Z'))).toBe(false)
})

test('48 hours over the change of the clock stay 48 hours', () => {
  expect(debriefDue(new Date('2026-10-24T10:00:00Z')).toISOString()).toBe('2026-10-26T10:00:00.000Z')
})

const heard = (name: string, heardOn: string | null) => ({ id: name, name, heardOn, userId: `account of ${name}` })

test('who was not heard of for so many days stands by name, with whoever was never heard of', () => {
  const all = [heard('Rik', '2026-09-01'), heard('Mia', '2026-09-24'), heard('Jef', null), heard('An', '2026-09-25')]
  expect(notHeardFor(60, all, '2026-11-23').map(({ name }) => name)).toEqual(['Jef', 'Mia', 'Rik'])
  expect(notHeardFor(90, all, '2026-11-23').map(({ name }) => name)).toEqual(['Jef'])
})

test('a visit counts as hearing of somebody; the latest of both days counts', () => {
  const visits = new Map([
    ['account of Rik', '2026-11-01'],
    ['account of Mia', '2026-08-01'],
  ])
  const all = withVisits([heard('Rik', null), heard('Mia', '2026-10-01'), heard('Jef', null)], visits)
  expect(all.map(({ heardOn }) => heardOn)).toEqual(['2026-11-01', '2026-10-01', null])
})
