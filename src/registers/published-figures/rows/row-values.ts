import type { PublishedTable } from '../../../platform/published-files/published-file.ts'
import { found, refuse } from '../../../platform/published-files/refusal.ts'
import type { PublishedRow } from '../../../platform/published-files/row-splitter.ts'
import type { Indicator, Plan, ValueColumn } from '../mapping/plan.ts'
import { type CellRead, cellReader } from './cell-reader.ts'
import { passes } from './row-dimensions.ts'

/** Is given each figure of a row; `index` is the place of its column among those of the plan. */
export type EachValue = (column: ValueColumn, index: number, read: CellRead) => void

/** Finds in the rows of a table the columns that hold figures, and reads their cells; refuses a cell that is none. */
export function rowValues(plan: Plan, table: PublishedTable) {
  const readCell = cellReader(plan.mapping, table)
  const longIndicator = longIndicators(plan)
  return { columnsIn, isWithout, each }

  /** The columns of figures of a row; nothing when it is of an indicator that is not taken over. */
  function columnsIn(cells: readonly string[]): readonly ValueColumn[] | undefined {
    if (!plan.long) return plan.values
    const { indicatorAt = 0, valueAt = 0 } = plan.long
    const indicator = longIndicator(cells[indicatorAt] ?? '')
    return indicator && [{ at: valueAt, indicator, period: undefined, where: [] }]
  }

  function isWithout(columns: readonly ValueColumn[], { line, cells }: PublishedRow): boolean {
    return columns.every((column) => cellOf(column, cells, line) === '')
  }

  /** Reads the columns that hold for this row, and no other: a column may be for some of its rows only. */
  function each(columns: readonly ValueColumn[], { line, cells, percentages }: PublishedRow, take: EachValue): void {
    for (const [index, column] of columns.entries())
      if (column.where.every(({ at, filter }) => passes(cells[at] ?? '', filter))) {
        const isPercentage = percentages?.has(column.at) ?? false
        take(column, index, readCell(cellOf(column, cells, line), line, column.indicator, isPercentage))
      }
  }

  /** The cell of a column, or of one with the very same header when that is empty. */
  function cellOf({ at, alsoAt = [], indicator }: ValueColumn, cells: readonly string[], line: number): string {
    const cell = cells[at] ?? ''
    if (alsoAt.length === 0) return cell
    const filled = new Set([cell, ...alsoAt.map((other) => cells[other] ?? '')].filter((one) => one !== ''))
    const [one = '', another] = filled
    if (another === undefined) return one
    const sentence = `stands above several columns, which say ${found(one)} and ${found(another)}.`
    return refuse('value', { file: table.file, sheet: table.sheet, line, column: indicator.column }, sentence)
  }
}

/** Keys of a long table: made once for each name that occurs. */
function longIndicators({ mapping }: Plan): (name: string) => Indicator | undefined {
  const known = new Map<string, Indicator>()
  return (name) => {
    if (mapping.leaveOut.some((start) => name.startsWith(start))) return undefined
    const indicator = known.get(name) ?? {
      indicator: `${mapping.layout}:${name}`.slice(0, 120),
      kind: mapping.long?.kind ?? 'unstated',
      unit: '',
      name,
      column: typeof mapping.long?.value === 'string' ? mapping.long.value : '',
    }
    known.set(name, indicator)
    return indicator
  }
}
