import type { Dimension, Table } from '@meernet/statistics'
import { labelOf, policyThemeContent } from '../../../registers/frameworks/index.ts'
import type { Neighbourhood } from '../../../registers/places/index.ts'
import { themeKey } from '../policy-themes.ts'
import type { ByNeighbourhood, PolicySignalCounts } from './work-counts.ts'

/** A table of what was done in a year: areas first, then what stands at `at` of each column. */
export type WorkTable = {
  /** What is counted in all of it, as the catalogue has it. */
  readonly indicator: string
  readonly table: Table
  readonly columns: readonly { readonly indicator: string; readonly at: readonly string[] }[]
  /** Names of categories other than areas. */
  readonly labels: Readonly<Record<string, string>>
}

/** The category of all areas together. */
export const whole = 'municipality'
const elsewhere = 'elsewhere'
const allThemes = 'allThemes'
const all = 'all'
const gap = 'missingOffer'
const other = 'other'

/** Cards by neighbourhood. */
export const cardsTable = (counts: ByNeighbourhood, known: readonly Neighbourhood[]): WorkTable => ({
  indicator: 'signalCount',
  table: { dimensions: [areasOf(known)], cells: counted(counts, (one) => [areaIn(known, one.neighbourhoodId)]) },
  columns: [{ indicator: 'signalCount', at: [] }],
  labels: {},
})

/** Signals for policy by neighbourhood and theme, and those about a missing offer by neighbourhood: one table, for they tell of each other. */
export function policySignalsTable(counts: PolicySignalCounts, known: readonly Neighbourhood[]): WorkTable {
  const themes = [...new Set(counts.map(({ theme }) => theme))].toSorted()
  const nameOf = (theme: string) => labelOf(policyThemeContent, theme, 'nl')
  return {
    indicator: 'policySignalCount',
    table: {
      dimensions: [
        areasOf(known),
        { id: 'theme', categories: [{ id: allThemes }, ...themes.map((id) => ({ id, within: [allThemes] }))] },
        { id: 'offer', categories: [{ id: all }, { id: gap, within: [all] }, { id: other, within: [all] }] },
      ],
      cells: counted(counts, (one) => [areaIn(known, one.neighbourhoodId), one.theme, one.isGap ? gap : other]),
      views: [
        { area: 'all', theme: 'all' },
        { area: 'all', offer: [gap] },
      ],
    },
    columns: [
      { indicator: 'policySignalCount', at: [allThemes, all] },
      { indicator: 'serviceGap', at: [allThemes, gap] },
      ...themes.map((theme) => ({ indicator: themeKey(theme), at: [theme, all] })),
    ],
    labels: {
      ...Object.fromEntries(themes.map((theme) => [theme, nameOf(theme)])),
      ...{ [allThemes]: 'alle thema’s', [all]: 'alle', [gap]: 'ontbrekend aanbod' },
    },
  }
}

/** Names of the areas of these tables. */
export const areaLabels = (
  known: readonly Neighbourhood[],
  municipality: string,
): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(known.map(({ id, name }) => [id, name])),
  [whole]: municipality,
  [elsewhere]: '–',
})

const areasOf = (known: readonly Neighbourhood[]): Dimension => ({
  id: 'area',
  categories: [{ id: whole }, ...[...known.map(({ id }) => id), elsewhere].map((id) => ({ id, within: [whole] }))],
})

const areaIn = (known: readonly Neighbourhood[], id: string | null): string =>
  known.some((one) => one.id === id) && id !== null ? id : elsewhere

/** Counts at the categories that each of them has, added up. */
function counted<One extends { readonly count: number }>(
  counts: readonly One[],
  atOf: (one: One) => readonly string[],
) {
  const cells = new Map<string, { readonly at: readonly string[]; value: number }>()
  for (const one of counts) {
    const at = atOf(one)
    const cell = cells.get(at.join('\t')) ?? { at, value: 0 }
    cells.set(at.join('\t'), { at, value: cell.value + one.count })
  }
  return [...cells.values()]
}
