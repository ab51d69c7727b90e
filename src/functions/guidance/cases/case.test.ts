import { expect, test } from 'vitest'
import { type CaseState, caseStates, moveCase } from './case.ts'

const done = { goals: 1, actions: 1 }
const allowed: readonly (readonly [CaseState, CaseState])[] = [
  ['open', 'exploring'],
  ['exploring', 'planned'],
  ['planned', 'inProgress'],
  ['planned', 'exploring'],
  ['inProgress', 'resultCheck'],
  ['inProgress', 'planned'],
  ['resultCheck', 'inProgress'],
]

test.each(allowed)('a case goes from %s to %s', (state, wanted) => {
  expect(moveCase({ state, ...done }, wanted)).toEqual({ kind: 'moved', state: wanted })
})

const others = caseStates
  .flatMap((state) => caseStates.map((wanted) => [state, wanted] as const))
  .filter(([state, wanted]) => !allowed.some(([from, to]) => from === state && to === wanted))
test.each(others)('a case does not step from %s to %s', (state, wanted) => {
  expect(moveCase({ state, ...done }, wanted)).toEqual({ kind: 'refused', reason: 'notNext' })
})

test('a plan needs a goal in the words of the person', () => {
  expect(moveCase({ state: 'exploring', goals: 0, actions: 3 }, 'planned')).toEqual({
    kind: 'refused',
    reason: 'noGoal',
  })
})

test('there is no result to look at before something was done', () => {
  expect(moveCase({ state: 'inProgress', goals: 1, actions: 0 }, 'resultCheck')).toEqual({
    kind: 'refused',
    reason: 'noAction',
  })
})
