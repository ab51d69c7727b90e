export { type Attacker, attack, type Bounds, type Seen } from './attack/attacker.ts'
export type { Ledger, Publication, PublishedDimension } from './disclosure/ledger.ts'
export { flawsOf } from './disclosure/proof.ts'
export {
  type ProtectedTable,
  protectTable,
  type Shown,
  shownAt,
  shownCells,
} from './disclosure/protect.ts'
export { afterPublishing, mayPublish, type Verdict } from './disclosure/publishing.ts'
export {
  type AmountRule,
  type CountRule,
  ordinaryCounts,
  ownAmounts,
  type Rule,
  sensitiveCounts,
  sharesFrom,
} from './disclosure/rule.ts'
export type { BaseCell, Category, Dimension, Table, View } from './disclosure/table.ts'
