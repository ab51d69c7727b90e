import type { Texts } from '../../../platform/messages/index.ts'

/** `P10Y` is ten years. */
export function termWords(t: Texts, term: string): string {
  const [, count, unit] = /^P(\d+)([YMD])$/.exec(term) ?? []
  return unit === undefined ? t('fields.term.asLongAsUsed') : t(`fields.term.${unit}`, { count: Number(count) })
}
