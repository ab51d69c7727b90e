import type { Texts } from '../../../platform/messages/index.ts'
import type { SeriesLine } from '../register.ts'
import type { SelectionRule } from '../rule-store.ts'
import { seriesNames } from '../series.ts'
import { termWords } from './term-words.ts'

/** Whether the program deletes it in two steps; what it does not goes by itself, or stays. */
export const isErasable = ({ series }: Pick<SeriesLine, 'series'>): boolean =>
  seriesNames.some((name) => name === series)

/** What the municipality decided on a series; of what is never deleted, that it stays. */
export function ruleWords(t: Texts, line: SeriesLine, rules: readonly SelectionRule[]): string {
  const rule = rules.find(({ series }) => series === line.series)
  if (rule) return t('retention.rule.inForce', { term: termWords(t, rule.term), reference: rule.reference })
  if (line.mode === 'automatic') return t('retention.rule.automatic')
  return t(isErasable(line) ? 'retention.rule.none' : 'retention.rule.stays')
}
