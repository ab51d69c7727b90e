import { createHash } from 'node:crypto'
import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import { type Indicator, type KeptFigure, mappingSchema } from '../../../registers/published-figures/index.ts'
import { keepFigures } from './import-figures.ts'

type Cell = number | 'hidden'
type DemoIndicator = Pick<Indicator, 'indicator' | 'kind' | 'unit'> & {
  /** Molenwijk, Stationsbuurt, Heide and Netegem itself, in 2024 and in 2025. */
  readonly cells: readonly (readonly [in2024: Cell, in2025: Cell])[]
}

const areas = [
  { areaCode: '99999W01', areaName: 'Molenwijk', level: 'neighbourhood' },
  { areaCode: '99999W02', areaName: 'Stationsbuurt', level: 'neighbourhood' },
  { areaCode: '99999W03', areaName: 'Heide', level: 'neighbourhood' },
  { areaCode: '99999', areaName: 'Netegem', level: 'municipality' },
] as const

const invented: readonly DemoIndicator[] = [
  {
    indicator: 'population',
    kind: 'count',
    unit: 'persons',
    cells: [
      [842, 851],
      [913, 930],
      [214, 209],
      [1969, 1990],
    ],
  },
  {
    indicator: 'age65Share',
    kind: 'share',
    unit: '%',
    cells: [
      [24.1, 24.6],
      [17.3, 17.2],
      [29.9, 30.6],
      [21.6, 21.8],
    ],
  },
  {
    indicator: 'singleHouseholdShare',
    kind: 'share',
    unit: '%',
    cells: [
      [31.2, 31.9],
      [38.4, 38.8],
      [22.7, 23.1],
      [33.7, 34.2],
    ],
  },
  {
    indicator: 'medianTaxIncome',
    kind: 'median',
    unit: '€',
    cells: [
      [28_410, 29_260],
      [24_870, 25_340],
      ['hidden', 'hidden'],
      [27_020, 27_690],
    ],
  },
]

/** Loads figures of Netegem as invented as its people, with a cell that is hidden because too few live there. */
export async function demoFigures(tx: Tx, world: DemoWorld): Promise<void> {
  const figures = invented.flatMap(({ indicator, cells }) =>
    cells.flatMap((cell, at) => cell.flatMap((value, year) => figureOf(indicator, areas[at], 2024 + year, value))),
  )
  const mapping = mappingSchema.parse({
    layout: 'netegem',
    area: { column: 'wijk', level: 'neighbourhood' },
    period: { column: 'jaar' },
  })
  await keepFigures(tx, {
    figures,
    dataset: {
      id: world.id(),
      source: 'Netegem (verzonnen)',
      licence: 'CC0',
      retrievedOn: world.day(-20),
      fileName: 'netegem-wijken-2025.csv',
      sha256: createHash('sha256').update(JSON.stringify(invented)).digest('hex'),
      layout: mapping.layout,
      mapping: { ...mapping, stated: {} },
      indicators: invented.map(({ indicator, kind, unit }) => ({
        indicator,
        kind,
        unit,
        name: indicator,
        column: indicator,
      })),
      remarks: [],
      rowsRead: areas.length * 2,
      importedBy: null,
    },
  })
}

function figureOf(indicator: string, area: (typeof areas)[number] | undefined, year: number, cell: Cell): KeptFigure[] {
  if (!area) return []
  const value = cell === 'hidden' ? { value: null, missing: cell } : { value: cell, missing: null }
  return [
    { indicator, ...area, edition: '2025', period: String(year), ...value, isNotLocalisable: false, isSummed: false },
  ]
}
