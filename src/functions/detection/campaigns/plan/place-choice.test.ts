import { expect, test } from 'vitest'
import { choiceAfter } from './place-choice.ts'

const nothing = { streetIds: [], streetlessIn: [] }

test.each([
  ['what is ticked is chosen', nothing, { shown: ['a', 'b'], given: ['b'] }, ['b']],
  [
    'what is no longer ticked is let go',
    { ...nothing, streetIds: ['a', 'b'] },
    { shown: ['a', 'b'], given: ['b'] },
    ['b'],
  ],
  [
    'a street of a neighbourhood that was not shown stays',
    { ...nothing, streetIds: ['z'] },
    { shown: ['a'], given: ['a'] },
    ['z', 'a'],
  ],
  ['a street that was not shown cannot be ticked', nothing, { shown: ['a'], given: ['a', 'elsewhere'] }, ['a']],
])('of the streets, %s', (_what, before, { shown, given }, after) => {
  const choice = choiceAfter(before, { ...nothing, streetIds: shown }, { ...nothing, streetIds: given })
  expect(choice).toEqual({ ...nothing, streetIds: after })
})

test('doors without a street are chosen by neighbourhood in the same way', () => {
  const before = { ...nothing, streetlessIn: ['north', 'south'] }
  const shown = { ...nothing, streetlessIn: ['south', 'west'] }
  expect(choiceAfter(before, shown, { ...nothing, streetlessIn: ['west'] }).streetlessIn).toEqual(['north', 'west'])
})
