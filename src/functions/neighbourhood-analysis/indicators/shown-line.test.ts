import { expect, test } from 'vitest'
import { figureKey } from '../publishing/raw-figure.ts'
import { aggregatedFigure } from './aggregation/aggregated-figure.ts'
import type { AggregatedFigure } from './aggregation/asked-figure.ts'
import { knownFigures } from './aggregation/known-figures.ts'
import { definitionOf } from './definition.ts'
import { shownLines, toldFigures } from './shown-line.ts'

const neighbourhood = { neighbourhoodId: 'n' }
const limits: AggregatedFigure = {
  ...{ value: 'unknown', between: [38.8, 41.7], quality: 'approximate', way: 'weighted', sources: [], datasetIds: [] },
}
const toldBeside = (hidden: readonly string[]) =>
  toldFigures(
    [{ definition: definitionOf('singleHouseholdShare'), period: '2023', figure: limits, area: neighbourhood }],
    { hidden: new Set(hidden), estimates: new Map() },
  )(limits)?.between

test('P13 limits of a share are not told when a count that it is made of is hidden somewhere in the same year', () => {
  const sector = { level: 'sector', edition: '2024', code: 'A' } as const
  const keyIn = (period: string) => figureKey({ indicator: 'singleHouseholds', period, area: sector })
  expect(toldBeside([])).toEqual([38.8, 41.7])
  expect(toldBeside([keyIn('2022')])).toEqual([38.8, 41.7])
  expect(toldBeside([keyIn('2023')])).toBeUndefined()
})

test('P13 how sure a share is stays untold where it is hidden of how many people it is', () => {
  const own: AggregatedFigure = {
    ...{ value: 25, quality: 'exact', way: 'published', sources: [], datasetIds: [], numerator: 10, denominator: 40 },
  }
  const line = {
    place: neighbourhood,
    definition: definitionOf('originShare'),
    period: '2023',
    own,
    beside: {},
    trend: [],
  }
  const people = figureKey({ indicator: 'population', period: '2023', area: neighbourhood })
  const intervalBeside = (hidden: readonly string[]) =>
    shownLines([line], { hidden: new Set(hidden), estimates: new Map() })[0]?.interval
  expect(intervalBeside([])?.low).toBeGreaterThan(10)
  expect(intervalBeside([people])).toBeUndefined()
})

const sectorOf = (code: string) => ({ level: 'sector', edition: '2024', code }) as const
const people2023 = (code: string) => figureKey({ indicator: 'population', period: '2023', area: sectorOf(code) })

test('P13 a share that was put together by hidden numbers of people is hidden, of whatever year these are', () => {
  const row = (indicator: string, code: string, period: string, value: number) => ({
    ...{ indicator, period, value, source: 'Test', datasetId: 'test' },
    ...sectorOf(code),
  })
  const known = knownFigures([
    ...[row('originShare', 'A', '2024', 40), row('originShare', 'B', '2024', 20)],
    ...[row('population', 'A', '2023', 25), row('population', 'B', '2023', 100)],
  ])
  const parts = ['A', 'B'].map((code) => ({ code, share: 1, quality: 'exact' as const }))
  const area = { own: [], divisions: [{ level: 'sector', edition: '2024', parts }] } as const
  const definition = definitionOf('originShare')
  const figure = aggregatedFigure({ definition, area, period: '2024' }, known, (key) => definitionOf(key))
  const shownBeside = (hidden: readonly string[]) =>
    toldFigures([{ definition, period: '2024', figure, area: neighbourhood }], {
      hidden: new Set(hidden),
      estimates: new Map(),
    })(figure)?.shown.value
  expect(shownBeside([people2023('C')])).toBe(24)
  expect(shownBeside([people2023('A')])).toBe('hidden')
})

test('P13 a share is hidden where it is hidden of how many people it is', () => {
  const own: AggregatedFigure = { value: 40, quality: 'exact', way: 'published', sources: [], datasetIds: [] }
  const definition = definitionOf('originShare')
  const shownBeside = (hidden: readonly string[]) =>
    toldFigures([{ definition, period: '2023', figure: own, area: sectorOf('A') }], {
      hidden: new Set(hidden),
      estimates: new Map(),
    })(own)?.shown.value
  expect([shownBeside([people2023('B')]), shownBeside([people2023('A')])]).toEqual([40, 'hidden'])
})

test('P13 limits are not told when a count by which the parts were weighed is hidden, of whatever year it is', () => {
  const weighed = { ...limits, weighedBy: [people2023('A')] }
  const betweenBeside = (hidden: readonly string[]) =>
    toldFigures([{ definition: definitionOf('originShare'), period: '2024', figure: weighed, area: neighbourhood }], {
      hidden: new Set(hidden),
      estimates: new Map(),
    })(weighed)?.between
  expect(betweenBeside([people2023('B')])).toEqual([38.8, 41.7])
  expect(betweenBeside([people2023('A')])).toBeUndefined()
})

test('P13 nor is it told over the years how sure a share is of which the people are hidden', () => {
  const own: AggregatedFigure = {
    ...{ value: 25, quality: 'exact', way: 'published', sources: [], datasetIds: [], numerator: 10, denominator: 40 },
  }
  const line = {
    ...{ place: neighbourhood, definition: definitionOf('originShare'), period: '2023', own, beside: {} },
    trend: [{ period: '2022', own: { ...own }, municipality: undefined }],
  }
  const people = figureKey({ indicator: 'population', period: '2023', area: neighbourhood })
  const trendBeside = (hidden: readonly string[]) =>
    shownLines([line], { hidden: new Set(hidden), estimates: new Map() })[0]?.trend[0]
  expect(trendBeside([])?.interval?.low).toBeGreaterThan(10)
  expect(trendBeside([people])?.own?.shown.value).toBe(25)
  expect(trendBeside([people])?.interval).toBeUndefined()
})
