import { describe, expect, test } from 'vitest'
import { landWith } from '../../../tests/support/small-land.ts'
import { createCheck } from '../check/check.ts'
import type { Situation } from './situation.ts'

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
