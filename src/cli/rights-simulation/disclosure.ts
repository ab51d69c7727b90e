import { protectTable, sensitiveCounts, shownAt, type View } from '@meernet/statistics'
import type { Count } from './tally.ts'

/** A number of households as it may be shown. */
export type Shown = number | 'hidden'

/** What was counted where: one category of each dimension. */
export type CountAt = { readonly at: readonly string[]; readonly count: Count }

/** Whether so few rows of the file would point at somebody. */
export const isFew = (records: number): boolean => records > 0 && records < sensitiveCounts.hideBelow

/** Gives a number by its categories; dimensions that are not named are summed over. */
export type ShownCounts = (at: Readonly<Record<string, string>>) => Shown

/** Stands for all categories of a dimension; no neighbourhood has this name. */
const total = ''

/**
 * Counts as they may be shown in some tables together: rows of the file of 1 to 9 are hidden (P13, sensitive data), and what they
 * could be worked out from. Each of `views` names the dimensions that a table shows, and which categories of them. Shown is what the
 * rows stand for.
 */
export function protectedCounts(
  dimensions: readonly string[],
  cells: readonly CountAt[],
  views: readonly View[],
): ShownCounts {
  const names = dimensions.map((_, place) => [...new Set(cells.map(({ at }) => at[place] ?? ''))])
  const shown = protectTable(
    {
      dimensions: dimensions.map((id, place) => ({ id, categories: categoriesOf(names[place] ?? []) })),
      cells: cells.filter(({ count }) => count.records > 0).map(({ at, count }) => ({ at, value: count.records })),
      views,
    },
    sensitiveCounts,
  )
  if (shown.exposed.length > 0) throw new Error('a small number could be worked out from this table')
  const weighted = sumsBy(cells)
  return (at) => {
    const asked = dimensions.map((dimension, place) => at[dimension] ?? totalOf(names[place] ?? []))
    const records = shownAt(shown, asked)
    if (records === 'notShown') throw new Error(`no table shows the number at ${JSON.stringify(at)}`)
    return records === 'hidden' ? 'hidden' : Math.round(weighted(asked))
  }
}

/** NOTE: of a single category there is no total beside it; it is its own. */
const totalOf = (names: readonly string[]) => (names.length === 1 ? (names[0] ?? total) : total)

function categoriesOf(names: readonly string[]) {
  if (names.length === 1) return names.map((id) => ({ id }))
  return [...names.map((id) => ({ id, within: [total] })), { id: total }]
}

/** What stands for how many, by categories; for each set of dimensions that is asked for the cells are gone through once. */
function sumsBy(cells: readonly CountAt[]): (names: readonly string[]) => number {
  const kept = new Map<string, ReadonlyMap<string, number>>()
  return (names) => {
    const isNamed = names.map((name) => name !== total)
    const sums = kept.get(isNamed.join()) ?? summed(cells, isNamed)
    kept.set(isNamed.join(), sums)
    return sums.get(JSON.stringify(names)) ?? 0
  }
}

function summed(cells: readonly CountAt[], isNamed: readonly boolean[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { at, count } of cells) {
    const key = JSON.stringify(at.map((name, place) => (isNamed[place] ? name : total)))
    sums.set(key, (sums.get(key) ?? 0) + count.weighted)
  }
  return sums
}
