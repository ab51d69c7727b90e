import type { ToldFacts } from '@meernet/rights-engine'
import { readCell } from './csv-cells.ts'
import type { Column, FactColumn, Head } from './csv-head.ts'
import type { HouseholdInFile } from './household-in-file.ts'
import type { Spot } from './population-refused.ts'
import { positiveWeight } from './weight.ts'

/** The rows of one household, one a person, as far as they were read; `id` is null in a table that does not name households. */
export type Rows = {
  readonly id: string | null
  readonly lines: number[]
  readonly shared: Map<number, string>
  readonly household: Record<string, unknown>
  readonly dwelling: Record<string, unknown>
  readonly persons: ToldFacts[]
}

/** A household without a row yet. */
export const noRows = (id: string | null, { blank }: Head): Rows => ({
  id,
  lines: [],
  shared: new Map(),
  household: { ...blank.household },
  dwelling: { ...blank.dwelling },
  persons: [],
})

/** Adds the person of line `line` to `rows`; refuses a cell that cannot be read, or one that an earlier row contradicts. */
export function addRow(rows: Rows, head: Head, cells: readonly string[], line: number): void {
  const { columns, blank } = head
  const person: Record<string, unknown> = { ...blank.person, id: `p${rows.persons.length + 1}` }
  for (let place = 0; place < columns.length; place += 1) {
    const [column, text] = [columns[place] as Column, (cells[place] as string).trim()]
    if (text === '' || column.is === 'household') continue
    if (column.is === 'person') person.id = text
    else if (column.is === 'fact' && column.of === 'person') person[column.field] = valueIn(head, column, text, line)
    else if (isNew(rows, head, place, text, line) && column.is === 'fact')
      rows[column.of === 'dwelling' ? 'dwelling' : 'household'][column.field] = valueIn(head, column, text, line)
  }
  rows.lines.push(line)
  rows.persons.push(person)
}

/** The household that `rows` tell of, once all of them were read; refuses a weight that is none. */
export function householdOf(rows: Rows, { columns, style, refuse }: Head): HouseholdInFile {
  const { lines, shared, household, dwelling, persons } = rows
  const textOf = (is: Column['is']) => shared.get(columns.findIndex((column) => column.is === is))
  const [weight, line] = [textOf('weight'), lines[0] ?? 0]
  const number = weight === undefined ? 1 : Number(style.decimalComma ? weight.replace(',', '.') : weight)
  return {
    weight: positiveWeight(number) ?? refuse('value', { line, column: 'weight' }, 'expected a number above 0'),
    neighbourhood: textOf('neighbourhood') ?? null,
    date: null,
    situation: { household, dwelling, persons },
    spot: (path) => spotIn(path, lines, columns),
  }
}

/** What belongs to a household may stand on each of its rows, as long as it is the same. */
function isNew({ shared }: Rows, { columns, refuse }: Head, place: number, text: string, line: number): boolean {
  const before = shared.get(place)
  if (before === undefined) shared.set(place, text)
  else if (before !== text) {
    const { name } = columns[place] as Column
    refuse('value', { line, column: name }, 'expected the same as on the first row of this household')
  }
  return before === undefined
}

function valueIn({ style, refuse }: Head, { name, fact }: FactColumn, text: string, line: number) {
  const read = readCell(text, fact, style)
  return 'value' in read ? read.value : refuse('value', { line, column: name }, `expected ${read.expected}`)
}

function spotIn(path: string, lines: readonly number[], columns: readonly Column[]): Spot {
  const person = /^persons\[(\d+)\]/.exec(path)?.[1]
  const name = path.slice(path.lastIndexOf('.') + 1)
  const column = columns.find((one) => one.is === 'fact' && one.field === name)
  const line = lines[Number(person ?? 0)] ?? lines[0]
  return { ...(line !== undefined && { line }), ...(column && { column: column.name }) }
}
