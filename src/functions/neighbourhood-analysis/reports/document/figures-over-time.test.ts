import { expect, test } from 'vitest'
import { shownReport } from '../../../../../tests/support/shown-report.ts'
import { catalogue, textsIn } from '../../../../platform/messages/index.ts'
import { frozenFigure } from '../../publishing/frozen-figure.ts'
import type { ReportFigure } from '../contents/contents.ts'
import { pyramidIn, trendsIn } from './figures-over-time.ts'

const t = textsIn(catalogue, 'nl', new Date('2026-11-23T08:00:00Z'))
const { contents } = shownReport()
const [share] = contents.figures
const [area] = contents.areas
if (!share || !area) throw new Error('the sample report lost something')

const shown = (value: number | 'hidden') => frozenFigure({ value, quality: 'exact' })
const count = (indicator: string, value: number | 'hidden', whole: number, period = '2025'): ReportFigure => ({
  ...{ ...share, indicator, unit: 'persons', kind: 'count', isKey: false, period, trend: [], interval: null },
  ...{ own: shown(value), municipality: shown(whole), region: null, compared: null },
})
const ages = [
  ...[count('population', 1000, 20_000), count('men0to17', 100, 2000), count('women0to17', 'hidden', 1900)],
  ...[count('men18to64', 300, 6000), count('women18to64', 310, 6100), count('men65plus', 90, 1900)],
  count('women65plus', 110, 2100),
]

test('ages are parts of all who live there, youngest first, beside those of the municipality', () => {
  const pyramid = pyramidIn(t, ages, area)
  expect(pyramid?.bands.map(({ name }) => name)).toEqual(['0–17', '18–64', '65+'])
  expect(pyramid?.bands[0]).toMatchObject({ left: { value: 0.1, text: '100' }, leftBeside: { value: 0.1 } })
})

test('an age that is hidden stays hidden in the picture', () => {
  expect(pyramidIn(t, ages, area)?.bands[0]?.right).toMatchObject({ value: 'hidden', text: 'verborgen' })
})

test('ages of another year than the inhabitants are no parts of them, and make no picture', () => {
  const later = ages.map((figure) => (figure.indicator === 'population' ? { ...figure, period: '2026' } : figure))
  expect(pyramidIn(t, later, area)).toBeUndefined()
})

test('the years are shown of key figures that are known of two of them at least', () => {
  expect(trendsIn(t, contents, area).map(({ figure }) => figure.indicator)).toEqual(['age65Share'])
  const once = { figures: [{ ...share, trend: share.trend.slice(0, 1) }] }
  expect(trendsIn(t, once, area)).toEqual([])
})

test('the municipality stands beside the years of a share, never beside those of a count', () => {
  const trend = [
    { period: '2024', shown: shown(21.9), municipality: shown(18) },
    { period: '2025', shown: shown(22.4), municipality: shown(18.1) },
  ]
  expect(trendsIn(t, { figures: [{ ...share, trend }] }, area)[0]?.beside.map(({ text }) => text)).toEqual([
    ...['18 %', '18,1 %'],
  ])
  expect(trendsIn(t, { figures: [{ ...share, kind: 'count', trend }] }, area)[0]?.beside).toEqual([])
})
