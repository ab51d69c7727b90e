import { createHash } from 'node:crypto'
import type { IsoDate } from '@meernet/calendar'
import { isKnown, type Value } from '@meernet/statistics'
import { uuidv7 } from 'uuidv7'
import { type KeptFigure, mappingSchema } from '../../../registers/published-figures/index.ts'
import type { ReadyToImport } from '../figures/import-figures.ts'
import { type OwnLayout, ownFileName } from './own-file.ts'

/** Where one of our own counts is about. */
export type CountedArea = {
  readonly level: 'sector' | 'neighbourhood' | 'municipality'
  readonly edition: string
  readonly code: string
  readonly name: string
}

/** An indicator that we count ourselves, as the catalogue has it. */
export type CountedIndicator = Pick<ReadyToImport['dataset']['indicators'][number], 'indicator' | 'kind' | 'unit'>

export type OwnFigure = {
  readonly indicator: string
  readonly area: CountedArea
  readonly period: string
  readonly value: Value
}

/** What a count is made of: a dataset like any other, so that it stands beside the published ones with where it comes from. */
export type OwnCount = {
  /** `own-places`; counting again replaces what was counted before. */
  readonly layout: OwnLayout
  readonly source: string
  readonly licence: string
  readonly indicators: readonly CountedIndicator[]
  readonly figures: readonly OwnFigure[]
}

/** The count as a dataset to be kept; nothing when nothing of it is known. The same count twice is one dataset. */
export function ownDataset(
  { layout, source, licence, indicators, figures }: OwnCount,
  today: IsoDate,
): ReadyToImport | undefined {
  const counted = indicators.filter(({ indicator }) =>
    figures.some((one) => one.indicator === indicator && one.value !== 'unknown'),
  )
  const keys = new Set(counted.map(({ indicator }) => indicator))
  const own = figures.filter(({ indicator }) => keys.has(indicator))
  if (own.length === 0) return undefined
  const mapping = mappingSchema.parse({
    layout,
    area: { column: 'area', level: 'neighbourhood' },
    period: { column: 'period' },
  })
  return {
    figures: own.map(keptFigure),
    dataset: {
      id: uuidv7(),
      source,
      licence,
      retrievedOn: today,
      fileName: ownFileName(layout, today),
      sha256: createHash('sha256').update(JSON.stringify(own)).digest('hex'),
      layout,
      mapping: { ...mapping, stated: {} },
      indicators: counted.map((one) => ({ ...one, name: one.indicator, column: one.indicator })),
      remarks: [],
      rowsRead: own.length,
      importedBy: null,
    },
  }
}

const keptFigure = ({ indicator, area, period, value }: OwnFigure): KeptFigure => ({
  indicator,
  level: area.level,
  areaCode: area.code,
  areaName: area.name,
  edition: area.edition,
  period,
  value: isKnown(value) ? value : null,
  missing: isKnown(value) ? null : value,
  isNotLocalisable: false,
  isSummed: false,
})
