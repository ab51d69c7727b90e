import { createHash } from 'node:crypto'
import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import { type KeptFigure, mappingSchema } from '../../../registers/published-figures/index.ts'
import { keepFigures } from './import-figures.ts'
import { byAgeAndSex, firstYear, overTheYears } from './netegem.ts'

const areas = [
  { areaCode: '99999W01', areaName: 'Molenwijk', level: 'neighbourhood' },
  { areaCode: '99999W02', areaName: 'Stationsbuurt', level: 'neighbourhood' },
  { areaCode: '99999W03', areaName: 'Heide', level: 'neighbourhood' },
  { areaCode: '99999', areaName: 'Netegem', level: 'municipality' },
] as const

/** Loads figures of Netegem as invented as its people, with a cell that is hidden because too few live there. */
export async function demoFigures(tx: Tx, world: DemoWorld): Promise<void> {
  const invented = [...overTheYears, ...byAgeAndSex]
  const lastYear = firstYear + Math.max(...overTheYears.map(({ rows }) => rows.length)) - 1
  const figures = invented.flatMap(({ indicator, rows }) =>
    rows.flatMap((row, nth) =>
      row.flatMap((cell, at) => figureOf(indicator, areas[at], lastYear - rows.length + 1 + nth, cell)),
    ),
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
      rowsRead: areas.length * (lastYear - firstYear + 1),
      importedBy: null,
    },
  })
}

function figureOf(
  indicator: string,
  area: (typeof areas)[number] | undefined,
  year: number,
  cell: number | 'hidden',
): KeptFigure[] {
  if (!area) return []
  const value = cell === 'hidden' ? { value: null, missing: cell } : { value: cell, missing: null }
  return [
    { indicator, ...area, edition: '2025', period: String(year), ...value, isNotLocalisable: false, isSummed: false },
  ]
}
