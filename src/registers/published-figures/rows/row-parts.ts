import type { PublishedTable } from '../../../platform/published-files/published-file.ts'
import { found } from '../../../platform/published-files/refusal.ts'
import { isTotal } from '../area-code.ts'
import { beginsWith } from '../mapping/columns.ts'
import type { Plan } from '../mapping/plan.ts'
import { refuse } from '../refusal.ts'
import { RowsSeen } from './rows-seen.ts'

/**
 * Watches rows that are going to be added up, for a part that counts twice makes a wrong sum: refuses a row of which everything
 * but the figures stands in the table already, and a total among its own parts. A column that says `Totaal` in every row
 * is a dimension that the publisher summed, and harmless.
 */
export function partsWatched({ mapping, header, values }: Plan, { file, sheet }: PublishedTable) {
  const figuresAt = new Set(values.map(({ at }) => at))
  const dimensions = header.cells.flatMap((name, at) => (name === '' || figuresAt.has(at) ? [] : [at]))
  const { labels } = mapping
  const coded = dimensions.filter((at) => !(labels && beginsWith(header.cells[at] ?? '', labels)))
  const seen = new RowsSeen()
  const total = new Map<number, number>()
  const parts = new Set<number>()
  let before: readonly string[] = []

  return (line: number, cells: readonly string[]): void => {
    for (const at of dimensions) if (cells[at] !== before[at]) seeDimension(at, cells[at] ?? '', line)
    before = cells
    if (mapping.doubled === 'added' || seen.add(cells, coded)) return
    const sentence = 'says the same as an earlier row, about the same people or things; they would count twice.'
    refuse('row-twice', { file, sheet, line }, sentence)
  }

  function seeDimension(at: number, cell: string, line: number): void {
    if (cell === '') return
    if (!isTotal(cell)) parts.add(at)
    else if (!total.has(at)) total.set(at, line)
    const totalLine = total.get(at)
    if (totalLine === undefined || !parts.has(at)) return
    const sentence = `has ${found('Totaal')} among its parts, which would count twice. Take the totals out, or say in the mapping which rows count ("where").`
    refuse('total-among-parts', { file, sheet, line: totalLine, column: header.cells[at] }, sentence)
  }
}
