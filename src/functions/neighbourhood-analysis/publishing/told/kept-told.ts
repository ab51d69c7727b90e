/** What was told as it is kept: rows of `analysis.told_table` as JSON, a text that goes to a thread and to the database in one piece. */
import { sizeOf, type ToldByPeriod, type ToldTable } from './told-table.ts'

/** The tables of these rows, by period. */
export function toldFrom(rows: string): ToldByPeriod {
  const kept: readonly (KeptTable & { readonly period: string })[] = JSON.parse(rows)
  const periods = Map.groupBy(kept, ({ period }) => period)
  return new Map([...periods].map(([period, own]) => [period, own.map(tableFrom)]))
}

/** The rows of what is told now, as far as it is more than was told `before`. */
export function rowsOfMore(before: ToldByPeriod, now: ToldByPeriod): string {
  const changed = [...now].flatMap(([period, tables]) =>
    tables.flatMap((table, place) => {
      const known = before.get(period)?.[place]
      return known && sizeOf(known) === sizeOf(table) ? [] : { period, place, ...keptFrom(table) }
    }),
  )
  return JSON.stringify(changed)
}

type KeptTable = {
  readonly within: Readonly<Record<string, readonly string[]>>
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** What was told is most of it, so what was not is kept. */
  readonly hidden: Readonly<Record<string, readonly string[]>>
}

function tableFrom({ within, counts, hidden }: KeptTable): ToldTable {
  const byIndicator = new Map(
    Object.entries(counts).map(([indicator, areas]) => [indicator, new Map(Object.entries(areas))]),
  )
  const told = [...byIndicator].map(([indicator, areas]) => {
    const untold = new Set(hidden[indicator])
    return [indicator, new Set([...areas.keys()].filter((area) => !untold.has(area)))] as const
  })
  return {
    within: new Map(Object.entries(within)),
    sums: new Set(Object.keys(within).filter((area) => area.startsWith('sum '))),
    counts: byIndicator,
    told: new Map(told),
  }
}

function keptFrom({ within, counts, told }: ToldTable): KeptTable {
  const hidden = [...counts].map(([indicator, areas]) => {
    const shown = told.get(indicator)
    return [indicator, [...areas.keys()].filter((area) => !shown?.has(area))] as const
  })
  return {
    within: Object.fromEntries(within),
    counts: Object.fromEntries([...counts].map(([indicator, areas]) => [indicator, Object.fromEntries(areas)])),
    hidden: Object.fromEntries(hidden),
  }
}
