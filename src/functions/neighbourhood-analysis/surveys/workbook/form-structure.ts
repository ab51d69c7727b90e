import { refuseForm, spotOf } from './form-refusal.ts'
import type { FormRow, FormSheets } from './form-rows.ts'
import { type RowType, rowTypeOf } from './question-type.ts'

/** A group or repeat in which rows stand. */
type Around = { readonly row: FormRow; readonly name: string; readonly what: 'group' | 'repeat' }
/** A row that asks, by its path in the form, with the groups around it. */
export type Found = {
  readonly row: FormRow
  readonly path: string
  readonly name: string
  readonly around: readonly Around[]
} & {
  readonly type: RowType
}

/** The rows that ask, with the groups around them. Refuses an unknown type, a name that is missing or no name, and groups left open. */
export function rowsFound({ file, survey }: FormSheets): readonly Found[] {
  const open: Around[] = []
  const found: Found[] = []
  const seen = new Map<string, FormRow>()
  for (const row of survey) {
    const written = row.cells.get('type') ?? ''
    if (written === '') continue
    const type = rowTypeOf(written)
    if (!type)
      refuseForm(
        'kind',
        spotOf(file, row, 'type'),
        `"${written.slice(0, 60)}" is no kind of question. Write text, integer, select_one LIST, select_multiple LIST, date or note.`,
      )
    if (type.kind === 'end') {
      const last = open.pop()
      if (!last || last.what !== type.what)
        refuseForm(
          'row-shape',
          spotOf(file, row, 'type'),
          `ends a ${type.what} that did not begin. Put "begin ${type.what}" before it.`,
        )
      continue
    }
    const name = row.cells.get('name') ?? (type.kind === 'begin' || isNote(type) ? `row_${row.line}` : '')
    if (!/^[\p{L}_][\p{L}\p{N}_.:-]*$/u.test(name) || ['__proto__', 'constructor', 'prototype'].includes(name))
      refuseForm(
        'value',
        spotOf(file, row, 'name'),
        name === ''
          ? 'is empty. Give the question a name, such as likes_here.'
          : `"${name.slice(0, 60)}" is no name. Begin with a letter; then letters, digits, _ and -.`,
      )
    const path = [...open.map((around) => around.name), name].join('/')
    const before = seen.get(path)
    if (before)
      refuseForm(
        'doubled',
        spotOf(file, row, 'name'),
        `"${name}" stands on line ${before.line} already. Give one of them another name.`,
      )
    seen.set(path, row)
    if (type.kind === 'begin') open.push({ row, name, what: type.what })
    else found.push({ row, path, name, around: [...open], type })
  }
  const left = open.at(-1)
  if (left)
    refuseForm(
      'row-shape',
      spotOf(file, left.row, 'type'),
      `begins a ${left.what} that never ends. Put "end ${left.what}" after its questions.`,
    )
  return found
}

const isNote = (type: RowType) => type.kind === 'question' && type.as === 'note'
/** Whether a row is asked several times to one person. */
export const isInRepeat = ({ around }: Found) => around.some(({ what }) => what === 'repeat')

/** The name alone where it stands once, otherwise with its groups. */
export function shortNames(found: readonly Found[]): ReadonlyMap<string, string> {
  const byName = Map.groupBy(found, ({ name }) => name)
  return new Map(found.map(({ path, name }) => [path, byName.get(name)?.length === 1 ? name : path]))
}
