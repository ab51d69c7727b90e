import { describe, expect, test } from 'vitest'
import { fact, landWith, words } from '../../../tests/support/small-land.ts'
import { createCheck } from './check.ts'

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
