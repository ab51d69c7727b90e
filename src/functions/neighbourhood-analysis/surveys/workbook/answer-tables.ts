import type { PublishedFile, PublishedTable } from '../../../../platform/published-files/published-file.ts'
import type { PublishedRow } from '../../../../platform/published-files/row-splitter.ts'
import { type AnswerColumn, answerColumn, valueIn } from './answer-columns.ts'
import { refuseForm } from './form-refusal.ts'
import type { Submission } from './kobo-file.ts'
import type { ReadForm } from './read-form.ts'

type Read = {
  readonly table: PublishedTable
  readonly columns: readonly AnswerColumn[]
  readonly rows: readonly PublishedRow[]
}

/**
 * Answers in the tables that Kobo and ODK export (a workbook, CSV, or CSVs in a zip), as Kobo's JSON would have them: a sheet a row, and
 * turns of repeats in tables of their own. Refuses a file of which no column is a question of the form.
 */
export async function submissionsIn(file: PublishedFile, form: ReadForm): Promise<readonly Submission[]> {
  const tables = await Promise.all(file.tables.map((table) => read(table, form)))
  const main = tables.filter((table) => !isOfRepeat(table) && table.columns.some((column) => isKnown(form, column)))
  if (main.length === 0) refuseTables(file, tables, form)
  const sheets = main.flatMap(({ columns, rows }) => rows.map(({ cells }) => submissionOf(columns, cells)))
  for (const { table, columns, rows } of tables.filter(isOfRepeat)) {
    const turns = Map.groupBy(rows, ({ cells }) => parentOf(columns, cells))
    for (const sheet of sheets) {
      const own = [turns.get(`${sheet._uuid ?? ''}`), turns.get(`#${sheet._index ?? ''}`)].find((found) => found) ?? []
      if (own.length > 0) sheet[`turns of ${table.sheet ?? ''}`] = own.map(({ cells }) => answersIn(columns, cells))
    }
  }
  return sheets
}

async function read(table: PublishedTable, form: ReadForm): Promise<Read> {
  const all: PublishedRow[] = []
  for await (const batch of table.rows()) all.push(...batch)
  const [head, ...rows] = all
  return { table, rows, columns: (head?.cells ?? []).map((header) => answerColumn(form, header.trim())) }
}

const isOfRepeat = ({ columns }: Read) =>
  columns.some((column) => column.kind === 'sheet' && /^_(parent_index|submission__uuid)$/.test(column.key))

const isKnown = ({ paths }: ReadForm, column: AnswerColumn) =>
  column.kind === 'choice' || (column.kind === 'answer' && paths.has(column.path))

/** What names the sheet of a turn: its identifier, else its number with a mark before it. */
function parentOf(columns: readonly AnswerColumn[], cells: readonly string[]): string {
  const { _submission__uuid: id, _parent_index: number } = ofSheet(columns, cells)
  return id ?? `#${number ?? ''}`
}

function submissionOf(columns: readonly AnswerColumn[], cells: readonly string[]): Record<string, unknown> {
  const { _validation_status: status = '', _id: number, ...own } = ofSheet(columns, cells)
  return {
    // Without an identifier its number tells a sheet that comes again.
    ...(number !== undefined && { _uuid: `number ${number}` }),
    ...own,
    ...(/not.?approved/i.test(status) && { _validation_status: { uid: 'validation_status_not_approved' } }),
    ...answersIn(columns, cells),
  }
}

function ofSheet(columns: readonly AnswerColumn[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap((column, place): [string, string][] => {
      const cell = cells[place]?.trim() ?? ''
      return column.kind === 'sheet' && cell !== '' ? [[column.key, cell]] : []
    }),
  )
}

/** Choices in columns of their own go before the same in one cell, where words may run into each other. */
function answersIn(columns: readonly AnswerColumn[], cells: readonly string[]): Record<string, string> {
  const answers: Record<string, string> = {}
  const ticked = new Map<string, string[]>()
  for (const [place, column] of columns.entries()) {
    const cell = cells[place]?.trim() ?? ''
    if (column.kind === 'answer' && cell !== '') answers[column.path] = valueIn(column.question, cell)
    if (column.kind === 'choice' && isTicked(cell))
      ticked.set(column.path, [...(ticked.get(column.path) ?? []), column.choice])
  }
  return { ...answers, ...Object.fromEntries([...ticked].map(([path, choices]) => [path, choices.join(' ')])) }
}

const isTicked = (cell: string) => /^(1(\.0)?|true|yes|waar|vrai|x)$/i.test(cell)

function refuseTables(file: PublishedFile, tables: readonly Read[], form: ReadForm): never {
  const headers = tables.flatMap(({ columns }) => columns.flatMap((one) => (one.kind === 'answer' ? one.path : [])))
  const asked = [...form.paths.keys()].slice(0, 5).join(', ')
  return refuseForm(
    'header',
    { file: file.file },
    `has no column that is a question of the form: found ${headers.slice(0, 12).join(', ').slice(0, 300) || 'none'}. Expected names such as ${asked}, or the words of the questions.`,
  )
}
