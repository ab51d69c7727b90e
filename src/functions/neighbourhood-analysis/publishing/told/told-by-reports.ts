/**
 * What analyses told of neighbourhoods that were made of other areas then, published before it was kept what is told. Only what is still
 * so of the figures of today can be known: which figures stood beside it was not kept.
 */

import { countsOfShare } from '../linked/part-of-whole.ts'
import type { CountsOfAreas } from '../linked/placed-areas.ts'
import { tablesIn } from '../protection/laid-out.ts'
import type { PartsOfNeighbourhoods } from '../protection/neighbourhood-sums.ts'
import { type ProtectionNeeds, protectionOf } from '../protection/protection.ts'
import { figureKey, isCounted } from '../raw-figure.ts'
import { placeOf, type ToldByPeriod, type ToldTable, toldAfter } from './told-table.ts'

/** A figure of a neighbourhood in one of its versions, as a published analysis tells it. */
export type Reported = {
  readonly area: string
  readonly indicator: string
  readonly period: string
  readonly value: number
}

type Needs = ProtectionNeeds & {
  /** What the neighbourhoods of the reports were made of, under the names they have there. */
  readonly versions: readonly PartsOfNeighbourhoods[]
}

/**
 * What is told by these reports, the oldest first. One that gives a hidden count away beside those before it is left out: that count is out,
 * and would stand in the way of every other.
 */
export function toldByReports(needs: Needs, reports: readonly (readonly Reported[])[]): ToldByPeriod {
  const tables = tablesIn({ figures: needs.figures, divisions: needs.versions })
  const told = new Map<string, readonly ToldTable[]>()
  for (const report of reports)
    for (const [period, reported] of Map.groupBy(report, (one) => one.period)) {
      const ofPeriod = { ...needs, figures: needs.figures.filter((one) => one.period === period) }
      const more = withReported(told.get(period) ?? [], tables.get(period) ?? [], reported)
      const isTenable = showsSome(ofPeriod, new Map([[period, more]])) || !showsSome(ofPeriod, new Map())
      if (isTenable) told.set(period, more)
    }
  return told
}

function withReported(told: readonly ToldTable[], tables: readonly CountsOfAreas[], reported: readonly Reported[]) {
  let more = told
  for (const table of tables) {
    const isUntold = (indicator: string, area: string) =>
      !reported.some((one) => one.area === area && tellsOf(one, indicator, table.counts.get(indicator)?.get(area)))
    const place = placeOf(more, table)
    const after = toldAfter(more[place], table, isUntold)
    more = place < 0 ? [...more, after] : more.with(place, after)
  }
  return more
}

/** Whether a figure tells a count: the count itself as it is today, or a share of which it is the part. */
const tellsOf = ({ indicator, value }: Reported, counted: string, count: number | undefined): boolean =>
  indicator === counted ? value === count : countsOfShare(indicator)?.part === counted && (count ?? 0) >= 5

/** Whether any count of today is shown beside what was told. */
function showsSome(needs: ProtectionNeeds, told: ToldByPeriod): boolean {
  const { hidden } = protectionOf({ ...needs, told })
  return needs.figures.some((one) => isCounted(one) && Number(one.value) > 0 && !hidden.has(figureKey(one)))
}
