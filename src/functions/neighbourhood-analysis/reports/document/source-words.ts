import type { Texts } from '../../../../platform/messages/index.ts'
import { licenceWords } from '../../../../platform/published-files/licence-words.ts'
import type { ReportSource } from '../contents/contents.ts'

/** `Statbel, CC BY 4.0, opgehaald op 3 mei 2026`. */
export const sourceWords = (t: Texts, { source, licence, retrievedOn }: ReportSource): string =>
  t('resident.analysis.source.line', { source, licence: licenceWords(t, licence), day: t.day(retrievedOn) })

/** The sources of some figures in words, each once. */
export function sourcesWords(t: Texts, ids: readonly string[], sources: readonly ReportSource[]): string {
  const words = sources.filter(({ id }) => ids.includes(id)).map((source) => sourceWords(t, source))
  return [...new Set(words)].join('; ')
}
