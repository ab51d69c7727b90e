import { expect, test } from 'vitest'
import { figureKey } from '../publishing/raw-figure.ts'
import type { AggregatedFigure } from './aggregation/asked-figure.ts'
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
