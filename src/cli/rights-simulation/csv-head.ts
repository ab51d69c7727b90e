import type { Fact, Model, ToldFacts } from '@meernet/rights-engine'
import { type CsvStyle, cellsOf, styleOf } from './csv-cells.ts'
import { didYouMean } from './near-names.ts'
import type { PopulationRefusalCode, Spot } from './population-refused.ts'

/** What a column holds: a fact, or what belongs to the row or the household itself. */
export type Column =
  | { readonly name: string; readonly is: 'household' | 'person' | 'weight' | 'neighbourhood' }
  | FactColumn
/** `field` is the fact's name without its bearer: made once, for a table has millions of cells. */
export type FactColumn = {
  readonly name: string
  readonly is: 'fact'
  readonly field: string
  readonly fact: Fact
  readonly of: 'household' | 'dwelling' | 'person'
}

/** Throws a `PopulationRefused` about the file that is read. */
export type Refuse = (code: PopulationRefusalCode, spot: Spot, sentence: string) => never

/** What the first line of a table says, for all lines below it. */
export type Head = {
  readonly style: CsvStyle
  readonly columns: readonly Column[]
  /** The place of the column with the id of the household, −1 without. */
  readonly household: number
  readonly blank: Readonly<Record<FactColumn['of'], ToldFacts>>
  readonly refuse: Refuse
}

/** Reads the first line, `text`, which says what each column holds; refuses one of which a column is no fact or stands twice. */
export function headOf(text: string, line: number, model: Model, refuse: Refuse): Head {
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
  return { style, columns: known, household: known.findIndex(({ is }) => is === 'household'), blank, refuse }
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
