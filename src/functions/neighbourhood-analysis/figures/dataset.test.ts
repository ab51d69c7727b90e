import { expect, test } from 'vitest'
import { type AreaFigure, areaRows, periodsOf } from './dataset.ts'

const figure = (areaCode: string, over: Partial<AreaFigure> = {}): AreaFigure => ({
  level: 'sector',
  areaCode,
  areaName: '',
  edition: '2024',
  period: '2023',
  value: 1,
  missing: null,
  isNotLocalisable: false,
  isSummed: false,
  ...over,
})

test('areas stand by name, never by their figure, and what they are compared with stands below', () => {
  const rows = areaRows([
    figure('01000', { level: 'country', edition: 'fixed' }),
    figure('72025ZZZZ', { isNotLocalisable: true, areaName: 'Aa niet te lokaliseren' }),
    figure('02000', { level: 'region', edition: 'fixed' }),
    figure('72025B00-', { areaName: 'Boseind', value: 900 }),
    figure('72043', { level: 'municipality' }),
    figure('72025A00-', { areaName: 'Centrum', value: 5 }),
  ])
  expect(rows.map(({ areaCode }) => areaCode)).toEqual([
    '72025B00-',
    '72025A00-',
    '72025ZZZZ',
    '72043',
    '02000',
    '01000',
  ])
})

test('the periods of an area are one row, newest first', () => {
  const figures = [figure('72025A00-', { period: '2021' }), figure('72025A00-', { period: '2023', value: 2 })]
  expect(areaRows(figures)).toHaveLength(1)
  expect(areaRows(figures)[0]?.byPeriod.get('2023')?.value).toBe(2)
  expect(periodsOf(figures)).toEqual(['2023', '2021'])
})
