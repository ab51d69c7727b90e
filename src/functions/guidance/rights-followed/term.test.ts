import type { Right } from '@meernet/rights-engine'
import { describe, expect, test } from 'vitest'
import { rightOf } from './right-words.ts'
import {
  dayFactOf,
  daysTold,
  lastDayAfter,
  lookForAnswerOn,
  nextYearlyLastDay,
  remindOn,
  unansweredFrom,
} from './term.ts'

const right = (id: string): Right => rightOf(id) ?? expect.unreachable(`no right ${id}`)

describe('the last day to ask', () => {
  test.each([
    ['verwarmingstoelage', '2026-11-01', '2026-12-31'],
    ['verwarmingstoelage', '2026-11-02', '2027-01-01'],
    ['verwarmingstoelage', '2027-12-31', '2028-02-29'],
    ['huurwaarborglening', '2026-11-30', '2027-02-28'],
    ['huurwaarborglening', '2027-11-30', '2028-02-29'],
    ['huursubsidie', '2026-03-15', '2026-12-15'],
  ])('of %s with its day on %s is %s', (id, day, lastDay) => {
    expect(lastDayAfter(right(id), day)).toBe(lastDay)
  })

  test('of the heating allowance hangs on the delivery', () => {
    expect(dayFactOf(right('verwarmingstoelage'))).toBe('dwelling.oil_delivery_on')
    expect(nextYearlyLastDay(right('verwarmingstoelage'), '2026-11-23')).toBeNull()
  })

  test('counts from a day that was told in a check, and from nothing else that was told', () => {
    const dwelling = { oil_delivery_on: '2026-11-01', heating: 'oil_bulk', rent_month: 640, lease_signed_on: '' }
    expect(daysTold({ dwelling })).toEqual({ 'dwelling.oil_delivery_on': '2026-11-01' })
  })

  test.each([
    ['2026-01-01', '2026-12-31'],
    ['2026-12-31', '2026-12-31'],
    ['2027-01-01', '2027-12-31'],
  ])('of the water tariff is 31 December, also on the day itself: on %s it is %s', (today, lastDay) => {
    expect(nextYearlyLastDay(right('sociaal-tarief-water'), today)).toBe(lastDay)
  })

  test('on 29 February is the 28th in a year without one', () => {
    const leap = {
      ...right('studietoelage'),
      terms: [{ id: 'leap', say: words, yearly: '02-29', lastDay: true as const }],
    }
    expect(nextYearlyLastDay(leap, '2027-01-15')).toBe('2027-02-28')
    expect(nextYearlyLastDay(leap, '2027-03-01')).toBe('2028-02-29')
  })

  test('is not told by a term that is only good to know', () => {
    expect(dayFactOf(right('sociale-huur-inschrijving'))).toBeUndefined()
    expect(lastDayAfter(right('sociale-huur-inschrijving'), '2026-11-23')).toBeNull()
  })
})

describe('reminders', () => {
  test.each([
    ['2026-12-31', '2026-11-23', '2026-12-17'],
    ['2028-02-29', '2028-01-10', '2028-02-15'],
    ['2026-12-31', '2026-12-17', '2026-12-17'],
    ['2026-12-31', '2026-12-18', '2026-12-18'],
    ['2026-12-31', '2027-01-02', '2027-01-02'],
  ])('of %s, seen on %s, come on %s', (lastDay, today, on) => {
    expect(remindOn(lastDay, today)).toBe(on)
  })

  test.each([
    ['leefloon', '2026-01-30', '2026-03-02'],
    ['leefloon', '2028-01-30', '2028-03-01'],
    ['igo', '2026-11-23', '2026-12-24'],
    // Ten working days from Monday 14 December: Christmas does not count.
    ['huurwaarborglening', '2026-12-14', '2026-12-30'],
  ])('to look for an answer about %s asked on %s come on %s', (id, askedOn, on) => {
    expect(lookForAnswerOn(right(id), askedOn)).toBe(on)
  })

  test('an answer that is two months late never came, also for a right that left the catalogue', () => {
    expect(unansweredFrom(right('leefloon'), '2026-01-01')).toBe('2026-04-01')
    expect(unansweredFrom(undefined, '2026-01-01')).toBe('2026-04-01')
  })
})

const words = { nl: 'vóór 29 februari', fr: 'avant le 29 février', en: 'before 29 February' }
