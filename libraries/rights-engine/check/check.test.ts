import { describe, expect, test } from 'vitest'
import { alone, landWith, words } from '../../../tests/support/small-land.ts'
import type { Model } from '../model.ts'
import type { Situation } from '../situation/situation.ts'
import { createCheck } from './check.ts'

describe('a fact that is not known', () => {
  const adult = landWith({ a: { conditions: [{ id: 'adult', when: 'person.age >= 18 or person.gets_help' }] } })

  test('is never false: the outcome is possible and names it', () => {
    expect(only(adult, alone({}))).toMatchObject({ status: 'possible', missing: ['person.age', 'person.gets_help'] })
  })

  test('is not asked any more when another one decides', () => {
    expect(only(adult, alone({ age: 40 }))).toMatchObject({ status: 'likely', missing: [] })
  })

  test('is not asked where one condition is false', () => {
    const both = landWith({
      a: {
        conditions: [
          { id: 'wage', when: 'person.wage <= €1000' },
          { id: 'old', when: 'person.age >= 65' },
        ],
      },
    })
    expect(only(both, alone({ age: 40 }))).toMatchObject({
      status: 'unlikely',
      missing: [],
      reasons: [
        { condition: 'wage', answer: 'unknown' },
        { condition: 'old', answer: 'against' },
      ],
    })
  })
})

describe('an amount that is only partly known', () => {
  const poor = landWith({ a: { conditions: [{ id: 'poor', when: 'household.income <= param(ceiling)' }] } })

  test('decides when what is known is above the ceiling already', () => {
    expect(only(poor, alone({ wage: 1100.01 }))).toMatchObject({ status: 'unlikely' })
  })

  test('does not decide while the rest could bring it above', () => {
    expect(only(poor, alone({ wage: 1100 }))).toMatchObject({ status: 'possible', missing: ['person.pension'] })
  })

  test.each([
    [1100, 'likely'],
    [1100.01, 'unlikely'],
  ])('of %f against a ceiling of 1100, both ends included, is %s', (wage, status) => {
    expect(only(poor, alone({ wage, pension: 0 }))).toMatchObject({ status })
  })

  test.each([
    ['2025-12-31', 1000, 'likely'],
    ['2025-12-31', 1000.01, 'unlikely'],
    ['2026-01-01', 1000.01, 'likely'],
  ])('is held against the ceiling of %s', (date, wage, status) => {
    expect(only(poor, alone({ wage, pension: 0 }, { date }))).toMatchObject({ status, stale: false })
  })
})

describe('a ceiling that is no longer known', () => {
  const poor = landWith({ a: { conditions: [{ id: 'poor', when: 'household.income <= param(ceiling)' }] } })
  const later = (wage: number) => only(poor, alone({ wage, pension: 0 }, { date: '2027-01-01' }))

  test.each([
    [1100, 'likely', []],
    [1100.01, 'possible', ['param:ceiling']],
    [1232, 'possible', ['param:ceiling']],
    [1232.01, 'unlikely', []],
  ])('leaves an income of %f %s', (wage, status, missing) => {
    expect(later(wage)).toMatchObject({ status, missing, stale: true })
  })

  test('is not what to ask while a fact is unknown', () => {
    expect(only(poor, alone({ wage: 0 }, { date: '2027-01-01' }))).toMatchObject({ missing: ['person.pension'] })
  })

  test.each([
    [500, 'likely', []],
    [500.01, 'possible', ['param:benefit']],
    [560, 'possible', ['param:benefit']],
    [560.01, 'unlikely', []],
  ])('an amount that is the limit of a test leaves an income of %f %s too', (wage, status, missing) => {
    const rows = [{ from: '2025-01-01', value: 500 }]
    const benefit = {
      unit: 'eur/month',
      kind: 'amount',
      rows,
      knownUntil: '2026-12-31',
      source: '',
      noun: { nl: '', fr: '', en: '' },
    } as const
    const limited = landWith(
      { a: { conditions: [{ id: 'poor', when: 'household.income <= ceiling(benefit)' }] } },
      { parameters: { benefit } },
    )
    expect(only(limited, alone({ wage, pension: 0 }, { date: '2027-01-01' }))).toMatchObject({ status, missing })
    expect(only(limited, alone({ wage: 500.01, pension: 0 }, { date: '2026-12-31' }))).toMatchObject({
      status: 'unlikely',
    })
  })
})

describe('the region', () => {
  const flemish = landWith({ a: {} })

  test('of elsewhere makes a right not applicable', () => {
    expect(only(flemish, alone({}, { household: { region: 'brussels' } }))).toMatchObject({ status: 'not_applicable' })
  })

  test('that is not known is asked', () => {
    expect(only(flemish, alone({}, { household: {} }))).toMatchObject({
      status: 'possible',
      missing: ['household.region'],
    })
  })
})

describe('who the right is for', () => {
  const family: Situation = {
    date: '2026-03-05',
    household: { region: 'flanders' },
    persons: [
      { id: 'p1', role: 'reference', age: 40 },
      { id: 'k1', role: 'child', age: 8 },
    ],
  }

  test('a right for persons gives one outcome a person, and none for a child', () => {
    expect(createCheck(landWith({ a: {} })).outcomes(family)).toMatchObject([
      { subject: 'p1', status: 'likely' },
      { subject: 'k1', status: 'not_applicable' },
    ])
  })

  test('a right for children gives one outcome a child', () => {
    const land = landWith({ a: { subject: 'child', conditions: [{ id: 'school', when: 'person.school = primary' }] } })
    expect(createCheck(land).outcomes(family)).toMatchObject([
      { subject: 'k1', status: 'possible', missing: ['child.school'], asks: [{ fact: 'child.school', of: 'k1' }] },
    ])
  })

  test('a fact that makes no sense for somebody holds as the model says', () => {
    const land = landWith({ a: { conditions: [{ id: 'protected', when: 'person.protected' }] } })
    expect(createCheck(land).outcomes(family)[0]?.asks).toEqual([{ fact: 'person.gets_help', of: 'p1' }])
  })
})

describe('what somebody has already', () => {
  test('is said before anything else, and nothing is asked about it', () => {
    const land = landWith({
      a: { already: 'person.gets_help', conditions: [{ id: 'never', when: 'person.age > 200' }] },
    })
    expect(only(land, alone({ gets_help: true, age: 40 }))).toMatchObject({ status: 'already', missing: [] })
  })
})

describe('an amount', () => {
  const topUp = landWith({
    a: {
      conditions: [{ id: 'poor', when: 'person.wage < param(ceiling)' }],
      amount: { per: 'month', is: 'max(0, param(ceiling) - person.wage)' },
    },
  })

  test('is exact to the cent where everything is known', () => {
    expect(only(topUp, alone({ wage: 1099.99 }))?.amount).toEqual({
      value: 0.01,
      min: 0.01,
      max: 0.01,
      currency: 'EUR',
      per: 'month',
    })
  })

  test('is a range where something is not', () => {
    expect(only(topUp, alone({}))?.amount).toMatchObject({ value: null, min: 0, max: 1100 })
  })
})

test('an outcome names the values of the law that it rests on, also what another outcome had worked out before', () => {
  const value = {
    unit: 'eur',
    kind: 'amount',
    source: '',
    noun: words,
    rows: [{ from: '2026-01-01', value: 3 }],
  } as const
  const limit = {
    of: 'person',
    type: 'money',
    is: 'if person.age >= 18 then param(grown) else param(small)',
    noun: words,
  } as const
  const conditions = [{ id: 'poor', when: 'person.wage <= person.limit' }]
  const land = landWith(
    { first: { minors: true, conditions }, second: { minors: true, conditions } },
    { parameters: { grown: value, small: value }, definitions: { 'person.limit': limit } },
  )
  const used = (age: number) =>
    createCheck(land)
      .outcomes(alone({ age, wage: 0 }))
      .map(({ parameters }) => parameters)
  expect(used(40)).toEqual([['grown'], ['grown']])
  expect(used(9)).toEqual([['small'], ['small']])
})

test('a doubt asks a fact of the household of the household, once', () => {
  const doubts = [
    { id: 'costs', when: 'not known(household.shares_costs)', missing: ['household.shares_costs'], say: words },
  ]
  const check = createCheck(landWith({ a: { doubts } }))
  const persons = [
    { id: 'p1', role: 'reference', age: 40 },
    { id: 'p2', role: 'other', age: 41 },
  ]
  const asks = check.outcomes({ date: '2026-03-05', household: { region: 'flanders' }, persons }).map((one) => one.asks)
  expect(new Set(asks.flat().map(({ of }) => of))).toEqual(new Set(['household']))
})

function only(model: Model, situation: Situation) {
  const [outcome, ...more] = createCheck(model).outcomes(situation)
  expect(more).toEqual([])
  return outcome
}
