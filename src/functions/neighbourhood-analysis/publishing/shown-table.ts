import {
  type CountRule,
  type Ledger,
  type ProtectedTable,
  protectTable,
  shownCells,
  shownShare,
  type Table,
} from '@meernet/statistics'
import { asShown, type ShownFigure } from './shown-figure.ts'

/** A table of our own counts as readers may see it. */
export type ShownTable = {
  /** The figure at these categories, one of each dimension; `unknown` where no view shows it. */
  readonly at: (...categories: readonly string[]) => ShownFigure
  /** Part of a whole in percent: hidden when either is, or when what is left is few; `unknown` of fewer than twenty people. */
  readonly shareAt: (part: readonly string[], whole: readonly string[]) => ShownFigure
  /** Nothing may go out while this is so: earlier publications and this one together would tell of few people. */
  readonly isExposed: boolean
}

/** Hides in a table of our own counts what points at few people, in view of all that went out before (`ledger`). */
export const shownTable = (table: Table, rule: CountRule, ledger: Ledger = []): ShownTable =>
  shownFrom(protectTable(table, rule, ledger), rule)

/** What readers see of a table that was protected. */
export function shownFrom(answer: ProtectedTable, rule: CountRule): ShownTable {
  const shown = new Map([...shownCells(answer)].map((cell) => [cell.at.join('\t'), cell.shown]))
  const isExposed = answer.exposed.length > 0
  const seenAt = (categories: readonly string[]) => (isExposed ? 'hidden' : shown.get(categories.join('\t')))
  return {
    at: (...categories) => asShown(seenAt(categories) ?? 'unknown', 'exact'),
    shareAt: (part, whole) => {
      const share = shownShare(seenAt(part) ?? 'hidden', seenAt(whole) ?? 'hidden', rule)
      if (share.kind === 'percent') return asShown(share.percent, 'exact')
      return asShown(share.kind === 'hidden' ? 'hidden' : 'unknown', 'exact')
    },
    isExposed,
  }
}
