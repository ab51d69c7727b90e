import { expect, test } from 'vitest'
import { balanceByTheme } from './balance-by-theme.ts'

test('theme by theme, what is told most about comes first and what was dropped is left out', () => {
  const about = (theme: string, kind: 'strength' | 'need' | 'gap', state: 'open' | 'dropped' = 'open') => ({
    theme,
    kind,
    state,
  })
  expect(balanceByTheme([])).toEqual([])
  expect(
    balanceByTheme([
      about('housing', 'need'),
      about('meeting', 'strength'),
      about('meeting', 'gap'),
      about('meeting', 'strength'),
      about('care', 'strength'),
      about('care', 'need', 'dropped'),
    ]),
  ).toEqual([
    { theme: 'meeting', strengths: 2, others: 1 },
    { theme: 'care', strengths: 1, others: 0 },
    { theme: 'housing', strengths: 0, others: 1 },
  ])
})
