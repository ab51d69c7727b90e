import type { Texts } from '../../../platform/messages/index.ts'

/** The name of a series in the reader's language, or as the register has it. */
export function seriesWords(t: Texts, series: string): string {
  const key = `retention.seriesName.${series.replaceAll(/[^a-z]+/g, '-')}`
  return t.has(key) ? t(key) : series
}
