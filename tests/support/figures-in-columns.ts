import type {
  CountColumns,
  KeptCount,
} from '../../src/functions/neighbourhood-analysis/publishing/protection/kept-counts.ts'

/** Figures as the database hands them to what protects them, one area at a time, all of one file. */
export function inColumns(figures: readonly KeptCount[]): string {
  return JSON.stringify(
    figures.map(
      ({ code, value, missing, ...about }): CountColumns => ({
        ...{ ...about, file: 1, isSummed: false },
        ...{ codes: [code], values: [value], missing: missing && [missing] },
      }),
    ),
  )
}
