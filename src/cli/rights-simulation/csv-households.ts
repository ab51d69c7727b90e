import type { Fact, Model, ToldFacts } from '@meernet/rights-engine'
import { type CsvStyle, cellsOf, readCell, styleOf } from './csv-cells.ts'
import type { SomeLines } from './file-lines.ts'
import type { HouseholdInFile } from './household-in-file.ts'
import { didYouMean } from './near-names.ts'
import { type PopulationRefusalCode, PopulationRefused, type Spot } from './population-refused.ts'
import { positiveWeight } from './weight.ts'

/** A reader that keeps the household whose last row it has not seen yet; `end` gives that one. */
export type CsvReader = {
  read(some: SomeLines): readonly HouseholdInFile[]
  end(): readonly HouseholdInFile[]
}

type Column = { readonly name: string; readonly is: 'household' | 'person' | 'weight' | 'neighbourhood' } | FactColumn
/** `field` is the fact's name without its bearer: made once, for a table has millions of cells. */
type FactColumn = {
  readonly name: string
  readonly is: 'fact'
  readonly field: string
  readonly fact: Fact
  readonly of: 'household' | 'dwelling' | 'person'
}

type Refuse = (code: PopulationRefusalCode, spot: Spot, sentence: string) => never

type Head = {
  readonly style: CsvStyle
  readonly columns: readonly Column[]
  /** The place of the column with the id of the household, −1 without. */
  readonly household: number
  readonly blank: Readonly<Record<FactColumn['of'], ToldFacts>>
}

/** One household while its rows are read. */
type Rows = {
  readonly id: string | null
  readonly lines: number[]
  readonly shared: Map<number, string>
  readonly household: Record<string, unknown>
  readonly dwelling: Record<string, unknown>
  readonly persons: ToldFacts[]
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

  return {
    read({ first, lines }) {
      const whole: HouseholdInFile[] = []
      for (const [index, text] of lines.entries()) {
        if (text.trim() === '') continue
        const line = first + index
        if (head) take(head, text, line, whole)
        else head = headOf(text, line, model, refuse)
      }
      return whole
    },
    end: () => (head && open ? [closed(head, open)] : []),
  }

  function take(now: Head, text: string, line: number, whole: HouseholdInFile[]): void {
    const { columns, style } = now
    const cells = cellsOf(text, style.separator)
    if (!cells) refuse('row-shape', { line }, 'a quoted cell does not end on this line')
    if (cells.length !== columns.length)
      refuse('row-shape', { line }, `expected ${columns.length} cells, as in the first line, found ${cells.length}`)
    const id = now.household === -1 ? null : (cells[now.household] ?? '').trim()
    if (id === '') refuse('value', { line, column: 'household' }, 'expected the id of the household')
    if (!open || id === null || open.id !== id) {
      if (open) whole.push(closed(now, open))
      if (id !== null && seen.has(id))
        refuse('doubled', { line, column: 'household' }, 'rows of one household lie beside each other')
      if (id !== null) seen.add(id)
      open = {
        id,
        lines: [],
        shared: new Map(),
        household: { ...now.blank.household },
        dwelling: { ...now.blank.dwelling },
        persons: [],
      }
    }
    addRow(now, open, cells, line)
  }

  function addRow({ columns, style, blank }: Head, rows: Rows, cells: readonly string[], line: number): void {
    const person: Record<string, unknown> = { ...blank.person, id: `p${rows.persons.length + 1}` }
    for (let place = 0; place < columns.length; place += 1) {
      const [column, text] = [columns[place] as Column, (cells[place] as string).trim()]
      if (text === '' || column.is === 'household') continue
      if (column.is === 'person') person.id = text
      else if (column.is === 'fact' && column.of === 'person') person[column.field] = valueIn(column, text, style, line)
      else if (isNew(rows, place, text, column.name, line) && column.is === 'fact')
        rows[column.of === 'dwelling' ? 'dwelling' : 'household'][column.field] = valueIn(column, text, style, line)
    }
    rows.lines.push(line)
    rows.persons.push(person)
  }

  /** What belongs to a household may stand on each of its rows, as long as it is the same. */
  function isNew({ shared }: Rows, place: number, text: string, column: string, line: number): boolean {
    const before = shared.get(place)
    if (before === undefined) shared.set(place, text)
    else if (before !== text)
      refuse('value', { line, column }, 'expected the same as on the first row of this household')
    return before === undefined
  }

  function valueIn({ name, fact }: FactColumn, text: string, style: CsvStyle, line: number) {
    const read = readCell(text, fact, style)
    return 'value' in read ? read.value : refuse('value', { line, column: name }, `expected ${read.expected}`)
  }

  function closed({ columns, style }: Head, { lines, shared, household, dwelling, persons }: Rows): HouseholdInFile {
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
}

function spotIn(path: string, lines: readonly number[], columns: readonly Column[]): Spot {
  const person = /^persons\[(\d+)\]/.exec(path)?.[1]
  const name = path.slice(path.lastIndexOf('.') + 1)
  const column = columns.find((one) => one.is === 'fact' && one.field === name)
  const line = lines[Number(person ?? 0)] ?? lines[0]
  return { ...(line !== undefined && { line }), ...(column && { column: column.name }) }
}

function headOf(text: string, line: number, model: Model, refuse: Refuse): Head {
  const style = styleOf(text)
  const names = (cellsOf(text, style.separator) ?? []).map((name) => name.trim())
  const columns = names.map((name) => columnCalled(name, model))
  const strange = columns.indexOf(null)
  if (strange !== -1) {
    const name = names[strange] ?? ''
    const near = didYouMean(name, [...ownColumns, ...Object.keys(model.facts)])
    refuse('header', { line, column: name }, `there is no such fact${near || '. Columns are ids of facts'}`)
  }
  const doubled = names.find((name, place) => names.indexOf(name) !== place)
  if (doubled !== undefined) refuse('header', { line, column: doubled }, 'this column stands here twice')
  if (!columns.some((column) => column?.is === 'fact'))
    refuse('header', { line }, 'expected names of columns, such as household.region and person.age')
  const known = columns.filter((column) => column !== null)
  const blank = {
    household: blankOf(known, 'household'),
    dwelling: blankOf(known, 'dwelling'),
    person: blankOf(known, 'person'),
  }
  return { style, columns: known, household: known.findIndex(({ is }) => is === 'household'), blank }
}

/**
 * Every fact unknown. NOTE: copies of this that are filled in are four times as quick as objects that grow fact by fact, because
 * all have one shape; reading it from text gives it that.
 */
function blankOf(columns: readonly Column[], of: FactColumn['of']): ToldFacts {
  const fields = columns.flatMap((column) => (column.is === 'fact' && column.of === of ? [column.field] : []))
  return JSON.parse(JSON.stringify(Object.fromEntries(fields.map((field) => [field, null])))) as ToldFacts
}

const ownColumns = ['household', 'person', 'role', 'weight', 'neighbourhood'] as const

function columnCalled(name: string, { facts }: Model): Column | null {
  if (name === 'household' || name === 'person' || name === 'weight' || name === 'neighbourhood')
    return { name, is: name }
  const id = name === 'role' ? 'person.role' : name
  const fact = Object.hasOwn(facts, id) ? facts[id] : undefined
  if (!fact) return null
  const dot = id.indexOf('.')
  const of = id.slice(0, dot)
  return {
    name,
    is: 'fact',
    field: id.slice(dot + 1),
    fact,
    of: of === 'household' || of === 'dwelling' ? of : 'person',
  }
}
