import type { FieldRegister, TableFields } from '../../platform/fields/field-register.ts'

/** One series of the retention register, made from the register of fields. */
export type SeriesLine = {
  readonly series: string
  readonly terms: readonly TableFields['retention']['term'][]
  readonly grounds: readonly TableFields['legalGround'][]
  readonly mode: TableFields['retention']['mode']
  readonly tables: readonly string[]
}

/** All series of the register of fields by name, with the terms, grounds and tables that name them (P1, P15). */
export function seriesIn(fields: FieldRegister): readonly SeriesLine[] {
  const bySeries = Map.groupBy(Object.entries(fields), ([, { retention }]) => `${retention.series}\n${retention.mode}`)
  return [...bySeries.values()]
    .map((tables) => {
      const kept = tables.map(([, table]) => table)
      return {
        series: kept[0]?.retention.series ?? '',
        terms: [...new Set(kept.map(({ retention }) => retention.term))],
        grounds: [...new Set(kept.map(({ legalGround }) => legalGround))],
        mode: kept[0]?.retention.mode ?? 'proposed',
        tables: tables.map(([name]) => name).toSorted(),
      }
    })
    .toSorted((a, b) => a.series.localeCompare(b.series))
}
