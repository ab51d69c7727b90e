import { expect, test } from 'vitest'
import { figuresOnce } from './aggregation/figures-once.ts'
import { type KnownFigure, knownFigures } from './aggregation/known-figures.ts'
import { definitionOf } from './definition.ts'
import { rawLine } from './figure-line.ts'

const place = { level: 'sector', edition: '2024', code: 'A' } as const
const figureOf = (code: string, period: string, value: number): KnownFigure => ({
  ...{ indicator: 'age65Share', level: 'sector', edition: '2024', source: 's', datasetId: 'd' },
  ...{ code, period, value },
})
const published = (code: string) => ({ own: [{ ...place, code }], divisions: [] })

test('a year that others have and this area has not is unknown within its years, and nothing before or after them', () => {
  const own = [figureOf('A', '2019', 20), figureOf('A', '2022', 23)]
  const others = ['2018', '2019', '2020', '2021', '2023'].map((period) => figureOf('B', period, 21))
  const known = knownFigures([...own, ...others])
  const nowhere = { own: [], divisions: [] }
  const line = rawLine(
    {
      ...{ place, definition: definitionOf('age65Share'), area: published('A') },
      wholes: { municipality: published('B'), region: nowhere, country: nowhere },
    },
    known,
    figuresOnce(known, (key) => definitionOf(key)),
  )
  expect(line?.trend.map(({ period, own: figure }) => [period, figure?.value])).toEqual([
    ['2019', 20],
    ['2020', 'unknown'],
    ['2021', 'unknown'],
    ['2022', 23],
  ])
  expect(line?.trend.map(({ municipality }) => municipality?.value)).toEqual([21, 21, 21, 'unknown'])
})
