import type { Model } from '@meernet/rights-engine'
import { cellsOf } from './csv-cells.ts'
import { type Head, headOf, type Refuse } from './csv-head.ts'
import { addRow, householdOf, noRows, type Rows } from './csv-rows.ts'
import type { SomeLines } from './file-lines.ts'
import type { HouseholdInFile } from './household-in-file.ts'
import { PopulationRefused } from './population-refused.ts'

/** A reader that keeps the household whose last row it has not seen yet; `end` gives that one. */
export type CsvReader = {
  read(some: SomeLines): readonly HouseholdInFile[]
  end(): readonly HouseholdInFile[]
}

/**
 * Reads one person a row: columns are ids of facts (`household.region`, `person.age`, `child.school`), and `household`, `person`,
 * `role`, `weight`, `neighbourhood`. Rows of a household lie beside each other; without a column `household` every row is one.
 */
export function csvReader(file: string, model: Model): CsvReader {
  const seen = new Set<string>()
  let head: Head | undefined
  let open: Rows | undefined
  const refuse: Refuse = (code, spot, sentence) => {
    throw new PopulationRefused(code, file, spot, sentence)
  }

  /** Adds a line to the household it belongs to; gives the one before when that one is whole now. */
  function take(table: Head, text: string, line: number): HouseholdInFile | undefined {
    const cells = cellsIn(text, table, line)
    const id = idIn(cells, table, line)
    if (open && id !== null && open.id === id) {
      addRow(open, table, cells, line)
      return undefined
    }
    const before = open && householdOf(open, table)
    if (id !== null && seen.has(id))
      refuse('doubled', { line, column: 'household' }, 'rows of one household lie beside each other')
    if (id !== null) seen.add(id)
    open = noRows(id, table)
    addRow(open, table, cells, line)
    return before
  }

  return {
    read({ first, lines }) {
      const whole: HouseholdInFile[] = []
      for (const [index, text] of lines.entries()) {
        if (text.trim() === '') continue
        const line = first + index
        const household = head && take(head, text, line)
        head ??= headOf(text, line, model, refuse)
        if (household) whole.push(household)
      }
      return whole
    },
    end: () => (head && open ? [householdOf(open, head)] : []),
  }
}

function cellsIn(text: string, { columns, style, refuse }: Head, line: number): readonly string[] {
  const cells = cellsOf(text, style.separator)
  if (!cells) return refuse('row-shape', { line }, 'a quoted cell does not end on this line')
  if (cells.length === columns.length) return cells
  return refuse('row-shape', { line }, `expected ${columns.length} cells, as in the first line, found ${cells.length}`)
}

/** The id of the household; null in a table that does not name households. */
function idIn(cells: readonly string[], { household, refuse }: Head, line: number): string | null {
  const id = household === -1 ? null : (cells[household] ?? '').trim()
  return id === '' ? refuse('value', { line, column: 'household' }, 'expected the id of the household') : id
}
