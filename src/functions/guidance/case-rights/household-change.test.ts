import { nothingTold, type Told } from '@meernet/rights-engine'
import { describe, expect, test } from 'vitest'
import { withPeople } from './household-change.ts'

const couple: Told = {
  ...nothingTold,
  persons: [
    { id: 'p1', role: 'reference', age: 40, wage: 1000 },
    { id: 'q1', role: 'partner', age: 41 },
  ],
}
const idsOf = (told: Told | 'secondPartner') => (told === 'secondPartner' ? told : told.persons.map(({ id }) => id))

describe('another household', () => {
  test('keeps the answers of who stays', () => {
    expect(withPeople(couple, ['q1'], null)).toMatchObject({ persons: [{ id: 'p1', wage: 1000 }] })
  })

  test('never loses the person it is about', () => {
    expect(idsOf(withPeople(couple, ['p1', 'q1'], null))).toEqual(['p1'])
  })

  test.each([
    [
      { role: 'child', age: 8 },
      { id: 'k1', role: 'child', age: 8 },
    ],
    [
      { role: 'other', birthDate: '1942-01-01' },
      { id: 'a1', birth_date: '1942-01-01' },
    ],
    [{ role: 'child' }, { id: 'k1', role: 'child' }],
  ] as const)('has who comes with what is known of them: %j', (comes, person) => {
    const told = withPeople(couple, [], comes)
    expect(told === 'secondPartner' ? told : told.persons.at(-1)).toEqual(person)
  })

  test('has one partner', () => {
    expect(withPeople(couple, [], { role: 'partner' })).toBe('secondPartner')
  })

  test('knows a new partner from the one who left, so that they are not held against each other', () => {
    expect(idsOf(withPeople(couple, ['q1'], { role: 'partner' }))).toEqual(['p1', 'q2'])
  })

  test('asks again what was left open', () => {
    expect(withPeople({ ...couple, skipped: ['person.wage@q1'] }, [], null)).toMatchObject({ skipped: [] })
  })
})
