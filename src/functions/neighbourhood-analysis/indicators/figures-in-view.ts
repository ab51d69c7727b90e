import { countryCode, regionCodes, regionOf } from '../../../registers/published-figures/index.ts'
import type { AreaInParts, Division } from './aggregation/area-in-parts.ts'
import { type KnownFigure, type KnownFigures, knownFigures } from './aggregation/known-figures.ts'
import { definitionOf, type IndicatorDefinition, inUnitOf } from './definition.ts'
import type { FigureInView, FigureSource } from './figures-in-view-store.ts'

/** What indicators are, by key: of the catalogue, or of the newest file that has them. */
export type Definitions = (key: string) => IndicatorDefinition

/** Definitions of the catalogue, and of indicators that only files have; `sources` come newest first. */
export function definitionsIn(sources: readonly FigureSource[]): Definitions {
  const inFiles = new Map(
    sources.toReversed().flatMap(({ indicators }) => indicators.map((one) => [one.indicator, one])),
  )
  const made = new Map<string, IndicatorDefinition>()
  return (key) => {
    const definition = made.get(key) ?? definitionOf(key, inFiles.get(key))
    made.set(key, definition)
    return definition
  }
}

/** Figures in the units of their indicators; those that a file counts in another way under the same name are left out. */
export function knownIn(
  rows: readonly FigureInView[],
  sources: readonly FigureSource[],
  definitions: Definitions,
): KnownFigures {
  const inFile = new Map(
    sources.flatMap(({ id, indicators }) => indicators.map((one) => [`${id} ${one.indicator}`, one] as const)),
  )
  return knownFigures(
    rows.flatMap((row): KnownFigure[] => {
      const { datasetId, indicator, level, edition, code, period, source } = row
      const own = inFile.get(`${datasetId} ${indicator}`)
      const value = own && inUnitOf(definitions(indicator), own, row.value ?? row.missing ?? 'empty')
      return value === undefined ? [] : [{ indicator, level, edition, code, period, value, source, datasetId }]
    }),
  )
}

/** What a neighbourhood is compared with. Brussels and Flanders are regions; the country only where others publish it. */
export type Wholes = Readonly<Record<'municipality' | 'region' | 'country', AreaInParts>>

/**
 * The municipality of that NIS code, its region and the country, as figures of them are published. For a share that is published
 * of sectors only, `rows` with all sectors let the municipality be put together.
 */
export function wholesOf(nisCode: string, rows: readonly FigureInView[] = []): Wholes {
  const published = (level: keyof Wholes, code: string): AreaInParts => ({
    own: [{ level, edition: '', code }],
    divisions: [],
  })
  return {
    municipality: { ...published('municipality', nisCode), divisions: sectorsTogether(rows) },
    region: published('region', regionCodes[regionOf(nisCode)]),
    country: published('country', countryCode),
  }
}

/** All sectors of the municipality, once for each edition; without those who live nowhere known, so approximate when there are any. */
function sectorsTogether(rows: readonly FigureInView[]): readonly Division[] {
  const byEdition = Map.groupBy(
    rows.filter(({ level }) => level === 'sector'),
    ({ edition }) => edition,
  )
  return [...byEdition].map(([edition, own]) => {
    const quality = own.some(({ isNotLocalisable }) => isNotLocalisable) ? 'approximate' : 'exact'
    const codes = new Set(own.filter(({ isNotLocalisable }) => !isNotLocalisable).map(({ code }) => code))
    return { level: 'sector', edition, parts: [...codes].map((code) => ({ code, share: 1, quality })) }
  })
}
