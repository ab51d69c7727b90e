export { flawsOf } from './disclosure/proof.ts'
export { type ProtectedTable, protectTable, type Shown, shownAt, shownCells } from './disclosure/protect.ts'
export { type CountRule, ordinaryCounts, sensitiveCounts, sharesFrom } from './disclosure/rule.ts'
export type { BaseCell, Category, Dimension, Table, View } from './disclosure/table.ts'
