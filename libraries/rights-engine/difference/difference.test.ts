import { describe, expect, test } from 'vitest'
import { type Compared, differenceBetween } from './difference.ts'

const outcome = (more: Partial<Compared> = {}): Compared => ({
  right: 'igo',
  subject: 'p1',
  status: 'unlikely',
  missing: [],
  amount: null,
  variant: null,
  stale: false,
  uncertain: false,
  reasons: [],
  ...more,
})
const amount = (min: number, max: number | null = min, per = 'month') => ({
  value: min === max ? min : null,
  min,
  max,
  currency: 'EUR' as const,
  per,
})
const changesFrom = (before: Partial<Compared>, after: Partial<Compared>) =>
  differenceBetween([outcome(before)], [outcome(after)])[0]?.changes ?? []

describe('two checks', () => {
  test('that say the same do not differ', () => {
    const same = [outcome({ amount: amount(100), reasons: [{ condition: 'age', answer: 'for' }] })]
    expect(differenceBetween(same, structuredClone(same))).toEqual([])
  })

  test.each([
    [{}, { status: 'likely' }, ['status']],
    [{ amount: amount(100) }, { amount: amount(100.01) }, ['amount']],
    [{ amount: amount(0, 100) }, { amount: amount(0, null) }, ['amount']],
    [{ amount: amount(100, 100, 'month') }, { amount: amount(100, 100, 'year') }, ['amount']],
    [{ amount: amount(0) }, { amount: null }, ['amount']],
    [{ variant: 'alone' }, { variant: null }, ['variant']],
    [{ missing: ['person.wage'] }, { missing: [] }, ['known']],
    [{ missing: ['a', 'b'] }, { missing: ['b', 'a'] }, []],
    [{ stale: false }, { stale: true }, ['age']],
    [{ uncertain: true }, { uncertain: false }, ['age']],
    [{ status: 'possible', missing: ['a'] }, { status: 'likely', amount: amount(5) }, ['status', 'amount', 'known']],
  ] as const)('%j and %j differ in %j', (before, after, changes) => {
    expect(changesFrom(before as Partial<Compared>, after as Partial<Compared>)).toEqual(changes)
  })

  test('name the conditions that speak otherwise, and only those', () => {
    const before = outcome({
      reasons: [
        { condition: 'residence', answer: 'for' },
        { condition: 'age', answer: 'against' },
        { condition: 'doubt', answer: 'unknown' },
      ],
    })
    const after = outcome({
      status: 'likely',
      reasons: [
        { condition: 'residence', answer: 'for' },
        { condition: 'age', answer: 'for' },
      ],
    })
    expect(differenceBetween([before], [after])[0]?.reasons).toEqual([
      { condition: 'age', before: 'against', after: 'for' },
      { condition: 'doubt', before: 'unknown', after: null },
    ])
  })

  test('hold each subject against itself, whatever the order', () => {
    const [one, other] = [outcome({ status: 'likely' }), outcome({ subject: 'p2' })]
    expect(differenceBetween([one, other], [other, one])).toEqual([])
  })
})

describe('somebody who is there on one side only', () => {
  test('is a difference where the right is for them', () => {
    const partner = outcome({ subject: 'q1', status: 'possible' })
    expect(differenceBetween([], [partner])).toMatchObject([
      { subject: 'q1', before: null, after: partner, changes: ['status'] },
    ])
    expect(differenceBetween([partner], [])).toMatchObject([{ before: partner, after: null, changes: ['status'] }])
  })

  test('is none where the right is not for them', () => {
    expect(differenceBetween([], [outcome({ status: 'not_applicable' })])).toEqual([])
    expect(differenceBetween([outcome({ status: 'not_applicable' })], [])).toEqual([])
  })
})

test('what differs comes in the order of the second check, then what only the first has', () => {
  const before = ['gone', 'b', 'a'].map((right) => outcome({ right }))
  const after = ['a', 'b'].map((right) => outcome({ right, status: 'likely' }))
  expect(differenceBetween(before, after).map(({ right }) => right)).toEqual(['a', 'b', 'gone'])
})
