import { expect, test } from 'vitest'
import type { RawFigure } from '../publishing/raw-figure.ts'
import { shownFigures } from '../publishing/shown-figures.ts'
import { areaRows, periodsOf, type ShownAreaFigure } from './dataset.ts'

const population: Omit<RawFigure, 'value'> = {
  indicator: 'population',
  kind: 'count',
  unit: 'persons',
  period: '2023',
  quality: 'exact',
  area: { neighbourhoodId: 'n1' },
}
const shownOf = (value: number) => {
  const [shown] = shownFigures([{ ...population, value }])
  if (!shown) throw new Error('no figure')
  return shown
}

const figure = (areaCode: string, over: Partial<ShownAreaFigure> = {}): ShownAreaFigure => ({
  level: 'sector',
  areaCode,
  areaName: '',
  edition: '2024',
  period: '2023',
  shown: shownOf(11),
  isNotLocalisable: false,
  isSummed: false,
  ...over,
})

test('areas stand by name, never by their figure, and what they are compared with stands below', () => {
  const rows = areaRows([
    figure('01000', { level: 'country', edition: 'fixed' }),
    figure('72025ZZZZ', { isNotLocalisable: true, areaName: 'Aa niet te lokaliseren' }),
    figure('02000', { level: 'region', edition: 'fixed' }),
    figure('72025B00-', { areaName: 'Boseind', shown: shownOf(900) }),
    figure('72043', { level: 'municipality' }),
    figure('72025A00-', { areaName: 'Centrum', shown: shownOf(5) }),
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
  const figures = [figure('72025A00-', { period: '2021' }), figure('72025A00-', { period: '2023', shown: shownOf(12) })]
  expect(areaRows(figures)).toHaveLength(1)
  expect(areaRows(figures)[0]?.byPeriod.get('2023')?.value).toBe(12)
  expect(periodsOf(figures)).toEqual(['2023', '2021'])
})
