import { describe, expect, test } from 'vitest'
import { agesTyped, peopleTyped } from './people-typed.ts'

describe('ages and birth dates in a row', () => {
  test.each([
    ['', []],
    ['64', [{ age: 64 }]],
    ['8, 13', [{ age: 8 }, { age: 13 }]],
    ['8 en 13', [{ age: 8 }, { age: 13 }]],
    ['10/03/1961', [{ birth_date: '1961-03-10' }]],
    ['1-3-1961', [{ birth_date: '1961-03-01' }]],
    ['29.2.2024', [{ birth_date: '2024-02-29' }]],
    ['2018-05-12', [{ birth_date: '2018-05-12' }]],
    ['8, 12/05/2018', [{ age: 8 }, { birth_date: '2018-05-12' }]],
    ['29/02/2023', null],
    ['12/13/2018', null],
    ['10/03/61', null],
    ['121', null],
    ['-1', null],
    ['oud', null],
  ])('"%s" is read as %j', (text, ages) => {
    expect(agesTyped(text)).toEqual(ages)
  })
})

describe('who lives here', () => {
  const read = (sent: Record<string, string>) => peopleTyped(sent, 'flanders')

  test('is known by bond, and by age or birth date', () => {
    const sent = { self: '10/03/1961', partner: 'yes', partnerBorn: '60', children: '8, 12/05/2018', others: '84' }
    expect(read(sent)).toMatchObject({
      told: {
        household: { region: 'flanders' },
        persons: [
          { id: 'p1', role: 'reference', birth_date: '1961-03-10' },
          { id: 'q1', role: 'partner', age: 60 },
          { id: 'k1', role: 'child', age: 8 },
          { id: 'k2', role: 'child', birth_date: '2018-05-12' },
          { id: 'a1', age: 84 },
        ],
      },
    })
  })

  test('is at least one person, of whom nothing has to be told', () => {
    expect(read({})).toMatchObject({ told: { persons: [{ id: 'p1', role: 'reference' }] } })
  })

  test('has a partner where an age of one is written', () => {
    expect(read({ partnerBorn: '60' })).toMatchObject({ told: { persons: [{ id: 'p1' }, { id: 'q1', age: 60 }] } })
  })

  test('names each field that cannot be read', () => {
    expect(read({ self: '60, 61', children: 'twee' })).toEqual({ kind: 'wrong', fields: ['children', 'self'] })
  })
})
