import { expect, test } from 'vitest'
import { lineRuns } from './line-runs.ts'

test('the sign of an estimate is printed with one that the fonts have', () => {
  expect(lineRuns('≈ 27.420 €', 'ltr')).toEqual([{ text: '~ 27.420 €', script: 'latin' }])
  expect(
    lineRuns('≈ تقدير', 'rtl')
      .map(({ text }) => text)
      .join(''),
  ).toContain('~')
})
