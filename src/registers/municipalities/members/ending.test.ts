import { expect, test } from 'vitest'
import { endingProblem } from './ending.ts'

const open = { id: 'a', endedAt: null }

test.each([
  [open, ['a', 'b'], undefined],
  [open, ['b'], undefined],
  [open, ['a'], 'lastAdministrator'],
  [{ id: 'a', endedAt: new Date() }, ['b'], 'ended'],
])('ending %o while %o administer gives %s', (member, administrators, problem) => {
  expect(endingProblem(member, administrators)).toBe(problem)
})
