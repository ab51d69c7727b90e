import { describe, expect, test } from 'vitest'
import { alone, landWith } from '../../../tests/support/small-land.ts'
import { createCheck } from '../check/check.ts'

describe('an age that was told on another day than the date', () => {
  const land = landWith({
    adult: { conditions: [{ id: 'adult', when: 'person.age >= 18' }] },
    child: { subject: 'child', conditions: [{ id: 'small', when: 'person.age < 9' }] },
  })
  const outcomes = (person: object, date: string, agesOn = '2026-11-01') =>
    createCheck(land).outcomes({ ...alone(person, { date }), agesOn })

  test.each([
    ['2026-11-01', 17, 'unlikely'],
    ['2026-11-02', 17, 'possible'],
    ['2027-10-31', 17, 'possible'],
    ['2027-11-01', 17, 'likely'],
    ['2027-10-31', 16, 'unlikely'],
    ['2025-11-01', 19, 'likely'],
    ['2025-10-31', 18, 'unlikely'],
    ['2025-11-01', 18, 'unlikely'],
    ['2026-05-01', 18, 'possible'],
  ])('on %s somebody who was %i on 1 November 2026 is of age: %s', (date, age, status) => {
    expect(outcomes({ age }, date)[0]).toMatchObject({ right: 'adult', status })
  })

  test('is that of the birth date where it is known', () => {
    const born = { age: 17, birth_date: '2009-03-10' }
    expect(outcomes(born, '2027-03-09')[0]).toMatchObject({ status: 'unlikely' })
    expect(outcomes(born, '2027-03-10')[0]).toMatchObject({ status: 'likely' })
  })

  test('leaves a child a child as long as it cannot be of age', () => {
    const family = (date: string) =>
      createCheck(land).outcomes({
        date,
        agesOn: '2026-11-01',
        persons: [
          { id: 'p1', role: 'reference', age: 40 },
          { id: 'k1', role: 'child', age: 8 },
        ],
        household: { region: 'flanders' },
      })
    expect(family('2027-03-01')).toContainEqual(
      expect.objectContaining({ right: 'adult', subject: 'k1', status: 'not_applicable' }),
    )
    expect(family('2027-03-01')).toContainEqual(
      expect.objectContaining({ right: 'child', subject: 'k1', status: 'possible', missing: ['person.age'] }),
    )
  })

  test.each([
    ['somebody who was not born yet', { age: 3 }, '2022-01-01', 'born_later'],
    [
      'an age that was not of the birth date',
      { age: 18, birth_date: '2009-03-10' },
      '2027-01-01',
      'age_and_birth_date_differ',
    ],
  ])('is refused where it cannot be: %s', (_, person, date, code) => {
    expect(() => outcomes(person, date)).toThrow(expect.objectContaining({ code, path: 'persons[0].age' }))
  })

  test('is refused on a day that is none', () => {
    expect(() => outcomes({ age: 3 }, '2026-11-01', '2026-02-30')).toThrow(expect.objectContaining({ path: 'agesOn' }))
  })
})
