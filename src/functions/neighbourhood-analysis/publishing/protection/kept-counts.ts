import type { AreaLevel, MissingKind, measureKinds } from '../../../../registers/published-figures/index.ts'

/** A figure as kept: of that indicator, area and period by its publisher. */
export type KeptCount = {
  readonly indicator: string
  readonly source: string
  readonly kind: (typeof measureKinds)[number]
  readonly unit: string
  readonly level: AreaLevel
  readonly edition: string
  readonly code: string
  readonly period: string
  readonly value: number | null
  readonly missing: MissingKind | null
}

/**
 * Figures of one file that differ only in area and value, `file` with the place of that file, newer ones later. Most of a row is the same as
 * in the row before, and to write it out took most of the time of reading.
 */
export type CountColumns = Omit<KeptCount, 'code' | 'value' | 'missing'> & {
  readonly file: number
  /** Added up here, not published. */
  readonly isSummed: boolean
  readonly codes: readonly string[]
  readonly values: readonly (number | null)[]
  /** Why there is no value; nothing when every area has one. */
  readonly missing: readonly (MissingKind | null)[] | null
}

/**
 * Figures out of columns as JSON: the newest one of each publisher, as pages choose it (what was published before what was added up here, then the newest
 * file). Those of whom there is a newer figure come first.
 */
export function keptCounts(columns: string): readonly KeptCount[] {
  const parts: readonly CountColumns[] = JSON.parse(columns)
  const newest = new Map<string, KeptCount>()
  for (const { file: _, isSummed: __, codes, values, missing, ...about } of parts.toSorted(byAgeWithin)) {
    const key = [about.source, about.indicator, about.period, about.level, about.edition].join('\t')
    for (const k of inOrderOf(codes)) {
      const code = codes[k] ?? ''
      newest.delete(`${key}\t${code}`)
      newest.set(`${key}\t${code}`, { ...about, code, value: values[k] ?? null, missing: missing?.[k] ?? null })
    }
  }
  return [...newest.values()]
}

function byAgeWithin(one: CountColumns, other: CountColumns): number {
  const keyOf = ({ indicator, period, level, edition }: CountColumns) => [indicator, period, level, edition].join('\t')
  const [own, others] = [keyOf(one), keyOf(other)]
  if (own !== others) return own < others ? -1 : 1
  return Number(other.isSummed) - Number(one.isSummed) || one.file - other.file
}

/** Places of codes, in the order of the codes. */
const inOrderOf = (codes: readonly string[]) =>
  [...codes.keys()].toSorted((one, other) => ((codes[one] ?? '') < (codes[other] ?? '') ? -1 : 1))
