import { expect, test } from 'vitest'
import { momentOf } from './plotted.ts'

test.each([
  ['2023', 2023],
  ['2023-01-01', 2023],
  ['2023-07-01', 2023.5],
  ['2023-07', 2023.5],
  ['2023Q3', 2023.5],
  ['2023-T2', 2023.25],
  ['2022-2023', 2022],
  ['2022/2023', 2022],
])('%s begins at %f on an axis of years', (period, at) => {
  expect(momentOf(period)).toBe(at)
})
