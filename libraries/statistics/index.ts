export { type Attacker, attack, type Bounds, type Limit, type Seen } from './attack/attacker.ts'
export { flawsOf } from './disclosure/flaws.ts'
export { type Ledger, type Publication, type PublishedDimension, publicationOf } from './disclosure/ledger.ts'
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
export {
  type Aggregate,
  aggregate,
  type Band,
  type FigureKind,
  figureKinds,
  medianOf,
  type Part,
  shareBetween,
} from './figures/aggregate.ts'
export {
  type Compared,
  comparedRounds,
  comparedWith,
  countInterval,
  type Interval,
  rateInterval,
  type Sampled,
  shareInterval,
} from './figures/uncertainty.ts'
export { isKnown, type Missing, missingKinds, sumOf, type Value } from './figures/value.ts'
export {
  bandOf,
  roundedAmount,
  type ShownBand,
  type ShownShare,
  type ShownValue,
  shownShare,
  withinLimits,
} from './presentation/presentation.ts'
