import { nothingTold, type Told } from '@meernet/rights-engine'
import { describe, expect, test } from 'vitest'
import { sheetOf, toldOn } from './answer-sheet.ts'
import { answersToGoOnWith, hasOldAges } from './begin-again.ts'
import type { KeptCheck } from './kept-check.ts'
import { notableDays } from './notable-days.ts'
import { ageOn, somebodies } from './somebody.ts'

const born = (...dates: readonly string[]): Told => ({
  ...nothingTold,
  persons: dates.map((birth_date, index) => ({ id: `p${index}`, birth_date })),
})

describe('days worth looking at', () => {
  test('are the first of next month and the birthdays that rights look at, the earliest first', () => {
    expect(notableDays(born('1961-03-10', '2009-12-01'), '2026-11-22')).toEqual([
      { kind: 'nextMonth', date: '2026-12-01' },
      { kind: 'birthday', date: '2027-03-10', of: 'p0', age: 66 },
      { kind: 'birthday', date: '2027-12-01', of: 'p1', age: 18 },
      { kind: 'birthday', date: '2028-03-10', of: 'p0', age: 67 },
    ])
  })

  test('turn the year in December', () => {
    expect(notableDays(nothingTold, '2026-12-31')).toEqual([{ kind: 'nextMonth', date: '2027-01-01' }])
  })

  test('do not have the birthday of today, which has come', () => {
    expect(notableDays(born('1961-11-22'), '2026-11-22').map(({ date }) => date)).toEqual([
      '2026-12-01',
      '2027-11-22',
      '2028-11-22',
    ])
  })

  test('have 1 March for who was born on 29 February, in a year without one', () => {
    expect(notableDays(born('1960-02-29'), '2026-11-22').map(({ date }) => date)).toContain('2027-03-01')
  })

  test('look no further than five years ahead', () => {
    expect(notableDays(born('2018-05-12'), '2026-11-22')).toHaveLength(1)
  })
})

describe('an age', () => {
  test.each([
    ['1961-03-10', '2027-03-09', 65],
    ['1961-03-10', '2027-03-10', 66],
    ['2004-02-29', '2027-02-28', 22],
    ['2004-02-29', '2027-03-01', 23],
  ])('of who was born on %s is on %s: %i', (birth, day, age) => {
    expect(ageOn(birth, day)).toBe(age)
  })

  test('follows the birth date where both are told', () => {
    const told = { ...nothingTold, persons: [{ id: 'p1', role: 'reference', age: 1, birth_date: '1961-03-10' }] }
    expect(somebodies(told, '2027-03-10')).toEqual([{ id: 'p1', role: 'reference', age: 66 }])
  })
})

describe('answers of an earlier day', () => {
  const kept = (persons: Told['persons'], checkedOn = '2025-03-01') =>
    ({ told: { ...nothingTold, persons }, checkedOn }) as KeptCheck

  test('grow older by the years that surely passed', () => {
    const check = kept([{ id: 'p1', age: 64 }, { id: 'p2', birth_date: '1961-03-10' }, { id: 'p3' }])
    expect(answersToGoOnWith(check, '2026-11-22')?.persons).toEqual([
      { id: 'p1', age: 65 },
      { id: 'p2', birth_date: '1961-03-10' },
      { id: 'p3' },
    ])
    expect(answersToGoOnWith({ ...check, told: null }, '2026-11-22')).toBeNull()
  })

  test('have ages to look at again, unless every birth date is known or they are of today', () => {
    expect(hasOldAges(kept([{ id: 'p1', age: 64 }]), '2025-03-02')).toBe(true)
    expect(hasOldAges(kept([{ id: 'p1', age: 64 }]), '2025-03-01')).toBe(false)
    expect(hasOldAges(kept([{ id: 'p1', birth_date: '1961-03-10' }]), '2026-11-22')).toBe(false)
  })
})

test('answers are written one a line and read back as they were', () => {
  const told: Told = {
    household: { region: 'flanders' },
    dwelling: { tenure: 'owner' },
    persons: [{ id: 'p1', role: 'reference', savings: 12.5, gets_igo: false }, { id: 'p10', age: 3 }, { id: 'q1' }],
    skipped: [],
  }
  const sheet = sheetOf({ ...told, skipped: ['person.age@q1'] })
  expect(sheet).toEqual({
    'household.region': 'flanders',
    'dwelling.tenure': 'owner',
    'p1.role': 'reference',
    'p1.savings': 12.5,
    'p1.gets_igo': false,
    'p10.age': 3,
  })
  expect(toldOn(sheet, told.persons)).toEqual(told)
})
