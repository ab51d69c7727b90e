import { type Expression, parseExpression } from '../questionnaire/expression.ts'
import type { QuestionChoice } from '../questionnaire/questionnaire.ts'
import { refuseForm, spotOf } from './form-refusal.ts'
import type { FormRow, FormSheets } from './form-rows.ts'

/** The lists of a form, from which questions choose. */
export type ChoiceLists = {
  /** The choices of a list; refuses a list that is not there. `row` is where it is asked for. */
  choices(row: FormRow, list: string, isExternal: boolean): readonly QuestionChoice[]
}

/** Reads the lists. Refuses an answer without a name, and one that stands twice in a list unless the form allows it. */
export function choiceListsOf(sheets: FormSheets): ChoiceLists {
  const filtered = filterColumns(sheets)
  const mayDouble = /^(yes|true)$/i.test(sheets.settings.get('allow_choice_duplicates') ?? '')
  const read = (rows: readonly FormRow[]) => listsIn(sheets.file, rows, filtered, mayDouble)
  const [own, external] = [read(sheets.choices), read(sheets.externalChoices)]
  return {
    choices: (row, list, isExternal) => {
      const lists = isExternal ? external : own
      const choices = lists.get(list)
      if (choices) return choices
      const names = [...lists.keys()].slice(0, 10).join(', ') || 'none'
      return refuseForm(
        'reference',
        spotOf(sheets.file, row, 'type'),
        `asks for the list "${list.slice(0, 60)}", which is not among the choices. The lists there: ${names}.`,
      )
    },
  }
}

function listsIn(
  file: string,
  rows: readonly FormRow[],
  filtered: ReadonlySet<string>,
  mayDouble: boolean,
): ReadonlyMap<string, readonly QuestionChoice[]> {
  const lists = new Map<string, QuestionChoice[]>()
  for (const row of rows) {
    const list = row.cells.get('list_name') ?? ''
    if (list === '') continue
    const name = row.cells.get('name') ?? ''
    if (name === '') refuseForm('value', spotOf(file, row, 'name'), 'is empty. Give the answer a name, such as yes.')
    if (/\s/.test(name))
      refuseForm(
        'value',
        spotOf(file, row, 'name'),
        `"${name.slice(0, 60)}" has a space. Write it in one word: answers are kept side by side.`,
      )
    const own = lists.get(list) ?? []
    if (!mayDouble && own.some((choice) => choice.name === name))
      refuseForm(
        'doubled',
        spotOf(file, row, 'name'),
        `"${name.slice(0, 60)}" stands twice in the list "${list}". Take one out, or set allow_choice_duplicates to yes.`,
      )
    const columns = Object.fromEntries([...row.raw].filter(([column]) => filtered.has(column)))
    own.push({
      name: name.slice(0, 200),
      wording: row.words.get('label') ?? {},
      ...(Object.keys(columns).length > 0 && { columns }),
    })
    lists.set(list, own)
  }
  return lists
}

/** The columns by which some question chooses among its answers, in lower case. */
function filterColumns({ survey }: FormSheets): ReadonlySet<string> {
  return new Set(
    survey.flatMap(({ cells }) => {
      const parsed = parseExpression(cells.get('choice_filter') ?? "''")
      return parsed.kind === 'expression' ? columnsNamed(parsed.expression) : []
    }),
  )
}

function columnsNamed(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'column':
      return [expression.name.toLowerCase()]
    case 'minus':
      return columnsNamed(expression.of)
    case 'operation':
      return [...columnsNamed(expression.left), ...columnsNamed(expression.right)]
    case 'call':
      return expression.of.flatMap(columnsNamed)
    default:
      return []
  }
}
