import { createHash } from 'node:crypto'
import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import { type KeptFigure, mappingSchema } from '../../../registers/published-figures/index.ts'
import { keepFigures } from '../figures/import-figures.ts'
import { type DemoSeries, demoSeries } from './demo-figures.ts'

const areas = [
  { areaCode: '99999W01', areaName: 'Molenwijk', level: 'neighbourhood' },
  { areaCode: '99999W02', areaName: 'Stationsbuurt', level: 'neighbourhood' },
  { areaCode: '99999W03', areaName: 'Heide', level: 'neighbourhood' },
  { areaCode: '99999', areaName: 'Netegem', level: 'municipality' },
] as const

/** Loads a second file of figures of Netegem: households, tenants, newcomers and people without work. */
export async function demoIndicators(tx: Tx, world: DemoWorld): Promise<void> {
  const mapping = mappingSchema.parse({
    layout: 'netegem-gezinnen',
    area: { column: 'wijk', level: 'neighbourhood' },
    period: { column: 'jaar' },
  })
  await keepFigures(tx, {
    figures: demoSeries.flatMap(figuresOf),
    dataset: {
      id: world.id(),
      source: 'Netegem (verzonnen)',
      licence: 'CC0',
      retrievedOn: world.day(-20),
      fileName: 'netegem-gezinnen-2025.csv',
      sha256: createHash('sha256').update(JSON.stringify(demoSeries)).digest('hex'),
      layout: mapping.layout,
      mapping: { ...mapping, stated: {} },
      indicators: demoSeries.map(({ indicator, kind, unit }) => ({
        ...{ indicator, kind, unit, name: indicator, column: indicator },
      })),
      remarks: [],
      rowsRead: areas.length * 2,
      importedBy: null,
    },
  })
}

function figuresOf({ indicator, years }: DemoSeries): readonly KeptFigure[] {
  return Object.entries(years).flatMap(([period, cells]) =>
    areas.flatMap((area, at): KeptFigure[] => {
      const cell = cells[at]
      if (cell === undefined) return []
      const value = cell === 'hidden' ? { value: null, missing: cell } : { value: cell, missing: null }
      return [{ indicator, ...area, edition: '2025', period, ...value, isNotLocalisable: false, isSummed: false }]
    }),
  )
}
