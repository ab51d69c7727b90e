import { describe, expect, test } from 'vitest'
import type { Model, Right } from '../model.ts'
import type { Situation } from '../situation/situation.ts'
import { createCheck } from './check.ts'

const words = { nl: '', fr: '', en: '' }
const fact = (type: 'boolean' | 'integer' | 'money' | 'date', more = {}) => ({ type, noun: words, ...more })
const choice = (...values: string[]) => ({
  type: 'enum' as const,
  noun: words,
  values: Object.fromEntries(values.map((value) => [value, words])),
})

const right = (more: Partial<Right>): Right => ({
  name: words,
  summary: words,
  level: 'federal',
  subject: 'person',
  regions: ['flanders'],
  conditions: [],
  way: 'on_application',
  ask: { body: words, service: 'any' },
  how: words,
  documents: [],
  sources: [],
  confidence: 'high',
  chapter: '',
  ...more,
})

/** A small land with rules of its own. */
function landWith(rights: Record<string, Partial<Right>>, more: Partial<Model> = {}): Model {
  return {
    facts: {
      'household.region': choice('flanders', 'brussels', 'wallonia'),
      'household.shares_costs': fact('boolean', { when: 'count(member: true) > 1', otherwise: false }),
      'dwelling.tenure': choice('owner', 'tenant'),
      'person.role': choice('reference', 'partner', 'child', 'other'),
      'person.age': fact('integer', { max: 120 }),
      'person.birth_date': fact('date'),
      'person.wage': fact('money'),
      'person.pension': fact('money'),
      'person.gets_help': fact('boolean', { when: 'person.age >= 18', otherwise: false }),
      'child.school': choice('none', 'primary'),
    },
    definitions: {
      'household.income': {
        of: 'household',
        type: 'money',
        is: 'sum(member: member.wage + member.pension)',
        noun: words,
      },
      'person.protected': { of: 'person', type: 'boolean', is: 'any(member: member.gets_help)', noun: words },
    },
    parameters: {
      ceiling: {
        unit: 'eur/month',
        kind: 'ceiling',
        source: 'invented',
        noun: words,
        knownUntil: '2026-12-31',
        rows: [
          { from: '2025-01-01', value: 1000 },
          { from: '2026-01-01', value: 1100 },
        ],
      },
    },
    rights: Object.fromEntries(Object.entries(rights).map(([id, given]) => [id, right(given)])),
    ...more,
  }
}

const alone = (person: object, more: Partial<Situation> = {}): Situation => ({
  date: '2026-03-05',
  household: { region: 'flanders' },
  persons: [{ id: 'p1', role: 'reference', ...person }],
  ...more,
})

function only(model: Model, situation: Situation) {
  const [outcome, ...more] = createCheck(model).outcomes(situation)
  expect(more).toEqual([])
  return outcome
}

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

describe('a household that cannot be', () => {
  const check = createCheck(landWith({ a: {} }))
  const people =
    (...persons: object[]) =>
    () =>
      check.outcomes({ date: '2026-03-05', persons } as Situation)

  test.each([
    ['negative age', people({ age: -1 }), 'out_of_bounds', 'persons[0].age'],
    [
      'two reference persons',
      people({ role: 'reference' }, { role: 'reference' }),
      'two_references',
      'persons[1].role',
    ],
    ['nobody the reference person', people({ role: 'child' }, { role: 'partner' }), 'no_reference', 'persons'],
    [
      'a child older than its parent',
      people({ role: 'reference', age: 40 }, { role: 'child', age: 41 }),
      'child_older_than_parent',
      'persons[1].age',
    ],
    ['somebody born tomorrow', people({ birth_date: '2026-03-06' }), 'born_later', 'persons[0].birth_date'],
    ['a day that is none', people({ birth_date: '2026-02-30' }), 'bad_date', 'persons[0].birth_date'],
    [
      'an age that is not of the birth date',
      people({ birth_date: '1950-01-01', age: 60 }),
      'age_and_birth_date_differ',
      'persons[0].age',
    ],
    ['a word for a number', people({ age: 'old' }), 'wrong_type', 'persons[0].age'],
    ['a fact that does not exist', people({ shoe_size: 42 }), 'unknown_fact', 'persons[0].shoe_size'],
    ['a choice that is none', people({ role: 'cat' }), 'not_a_choice', 'persons[0].role'],
    [
      'the same name twice',
      people({ id: 'a', role: 'reference' }, { id: 'a', role: 'other' }),
      'duplicate_person',
      'persons[1].id',
    ],
    ['nobody', people(), 'bad_shape', 'persons'],
    ['nothing where somebody should be', people({}, null as never), 'bad_shape', 'persons[1]'],
    ['a name that is no name', people({ id: {} }), 'wrong_type', 'persons[0].id'],
    ['somebody called as the household is', people({ id: 'household' }), 'duplicate_person', 'persons[0].id'],
    ['a birth of two centuries ago', people({ birth_date: '1800-01-01' }), 'out_of_bounds', 'persons[0].birth_date'],
    [
      'a child born before its parent',
      people({ role: 'reference', age: 30 }, { role: 'child', birth_date: '1990-05-04' }),
      'child_older_than_parent',
      'persons[1].birth_date',
    ],
    ['an amount that nobody has', people({ wage: 1e30 }), 'out_of_bounds', 'persons[0].wage'],
    ['a whole village', people(...Array.from({ length: 101 }, () => ({}))), 'bad_shape', 'persons'],
  ])('is refused, naming where and why: %s', (_, run, code, path) => {
    expect(run).toThrow(expect.objectContaining({ code, path }))
  })
})

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

describe('a rule that cannot be read', () => {
  test.each([
    ['person.age >= old', /no fact|stands alone|number/],
    ['person.shoe > 3', /there is no fact or definition person.shoe/],
    ['dwelling.tenure = castle', /castle is no choice of dwelling.tenure/],
    ['param(nothing) > 3', /there is no parameter nothing/],
    ['person.age + 3', /a test was expected/],
    ['person.age >= 3 )', /should have ended/],
  ])('is refused with the place: %s', (when, problem) => {
    expect(() => createCheck(landWith({ a: { conditions: [{ id: 'odd', when }] } }))).toThrow(problem)
  })

  test('is refused when a definition leads back to itself', () => {
    const circle = { of: 'person', type: 'boolean', is: 'any(member: member.b)', noun: words } as const
    const land = landWith(
      { a: { conditions: [{ id: 'c', when: 'person.b' }] } },
      { definitions: { 'person.b': circle } },
    )
    expect(() => createCheck(land)).toThrow(/defined by way of itself/)
  })

  test.each([
    ['person.wage > €0', /definition household\.odd: .*person\.wage/],
    ['any(member: partner(member))', /partner\(member\)/],
    ['count(member: self(member) and member.age > 3) > 0', /self\(member\)/],
  ])('and of a definition of the household that speaks of a subject: %s', (is, problem) => {
    const odd = { of: 'household', type: 'boolean', is, noun: words } as const
    const land = landWith(
      { a: { conditions: [{ id: 'odd', when: 'household.odd' }] } },
      { definitions: { 'household.odd': odd } },
    )
    expect(() => createCheck(land)).toThrow(problem)
  })

  test('and of a fact of the household that makes sense for a subject only', () => {
    const land = landWith({ a: { conditions: [{ id: 'odd', when: 'household.shares_costs' }] } })
    const facts = {
      ...land.facts,
      'household.shares_costs': fact('boolean', { when: 'person.age >= 18', otherwise: false }),
    }
    expect(() => createCheck({ ...land, facts })).toThrow(/"when" of household\.shares_costs: .*person\.age/)
  })
})
