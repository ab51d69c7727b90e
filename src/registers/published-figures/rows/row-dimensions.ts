import type { PublishedTable } from '../../../platform/published-files/published-file.ts'
import { found } from '../../../platform/published-files/refusal.ts'
import type { RowFilter } from '../mapping/mapping.ts'
import type { Plan } from '../mapping/plan.ts'
import { refuse } from '../refusal.ts'

/**
 * Watches what rows are taken by, such as an age or a sex: refuses what no measure can place, for the row would count in no group and the
 * groups would come to less than the whole without a word. `110+` is 110, unless a group ends or begins above it.
 */
export function dimensionsWatched({ values, header, expects }: Plan, { file, sheet }: PublishedTable) {
  const bounds = Map.groupBy(
    values.flatMap(({ where }) => where.filter(({ filter }) => isBounded(filter))),
    ({ at }) => at,
  )
  const placed = new Map([...bounds.keys()].map((at) => [at, new Set<string>()]))

  return (line: number, cells: readonly string[]): void => {
    for (const [at, known] of placed) {
      const cell = cells[at] ?? ''
      if (known.has(cell)) continue
      const filters = (bounds.get(at) ?? []).map(({ filter }) => filter)
      if (!isPlaced(cell, filters)) refuseCell(at, line, 'a whole number that lies in one group', cell)
      known.add(cell)
    }
    for (const { at, is } of expects)
      if (!is.includes(cells[at] ?? '')) refuseCell(at, line, is.map((one) => `"${one}"`).join(' or '), cells[at] ?? '')
  }

  function refuseCell(at: number, line: number, expected: string, cell: string): never {
    const sentence = `expected ${expected}, found ${found(cell)}.`
    return refuse('value', { file, sheet, line, column: header.cells[at] }, sentence)
  }
}

/** Whether a row with this in the column of `filter` is taken. */
export function passes(cell: string, { is, from, to }: RowFilter): boolean {
  if (is && !is.includes(cell)) return false
  if (from === undefined && to === undefined) return true
  const number = numberIn(cell)
  return number >= (from ?? Number.NEGATIVE_INFINITY) && number <= (to ?? Number.POSITIVE_INFINITY)
}

const numberIn = (cell: string) => (/^[0-9]+\+?$/.test(cell) ? Number.parseInt(cell, 10) : Number.NaN)

const isBounded = ({ from, to }: RowFilter) => from !== undefined || to !== undefined

function isPlaced(cell: string, filters: readonly RowFilter[]): boolean {
  const number = numberIn(cell)
  if (Number.isNaN(number)) return false
  return !cell.endsWith('+') || filters.every(({ from = 0, to }) => from <= number && (to === undefined || to < number))
}
