import type { CellValue, ReadOptions } from 'hucre/xlsx'
import type { PublishedTable } from './published-file.ts'
import { refuse, type Spot } from './refusal.ts'
import type { PublishedRow } from './row-splitter.ts'
import { mergedCells, noNotes, type SheetNotes } from './sheet-notes.ts'
import { notesInXls } from './xls-notes.ts'

export type WorkbookKind = 'xlsx' | 'xls'

const batchRows = 500

/** What a sheet says besides its values; a cell with a formula of which the value is not there says the formula, which is no number and no code. */
type NotesOf = (sheet: string) => Promise<SheetNotes>

/**
 * The sheets of a workbook, each a table; sheets without a filled cell are left out when that is known. An xlsx is read row
 * by row, whatever size it declares. Loads the reader of workbooks only now: most commands never need it.
 */
export async function workbookTables(
  kind: WorkbookKind,
  content: Uint8Array,
  spot: Spot,
  notesOf: NotesOf = async () => noNotes,
): Promise<PublishedTable[]> {
  if (kind === 'xlsx') return sheetsOfXlsx(content, spot, notesOf)
  const { readXls } = await import('hucre/xlsx')
  const { sheets } = await guarded(spot, () => readXls(content))
  const notesOfSheets = await guarded(spot, async () => notesInXls(Buffer.from(content)))
  return sheets.map(({ name, rows, merges = [] }, at) => {
    const { isHidden = false, percentages = noNotes.percentages } = notesOfSheets[at] ?? {}
    const notes = { ...noNotes, merged: mergedCells(merges), percentages }
    const rowsOf = async function* () {
      yield rows.map((values, index) => rowOf(values, index + 1, notes)).filter(isFilled)
    }
    return { ...tableOf(name, spot, rowsOf), isHidden }
  })
}

async function sheetsOfXlsx(content: Uint8Array, spot: Spot, notesOf: NotesOf): Promise<PublishedTable[]> {
  const { readXlsx } = await import('hucre/xlsx')
  const found: { readonly name: string; readonly isHidden: boolean }[] = []
  const sheets: NonNullable<ReadOptions['sheets']> = ({ name, hidden, veryHidden }) => {
    found.push({ name, isHidden: hidden === true || veryHidden === true })
    return false
  }
  await guarded(spot, () => readXlsx(content, { sheets }))
  return found.map(({ name, isHidden }) => {
    // Looked for once, however often the rows are read.
    let notes: Promise<SheetNotes> | undefined
    const rows = () => {
      notes ??= notesOf(name)
      return rowsOfSheet(content, name, { ...spot, sheet: name }, notes)
    }
    return { ...tableOf(name, spot, rows), isHidden }
  })
}

async function* rowsOfSheet(
  content: Uint8Array,
  sheet: string,
  spot: Spot,
  notesKnown: Promise<SheetNotes>,
): AsyncGenerator<readonly PublishedRow[]> {
  const { streamXlsxRows } = await import('hucre/xlsx')
  const rows = streamXlsxRows(content, { sheet })
  const notes = await notesKnown
  let batch: PublishedRow[] = []
  while (true) {
    const next = await guarded(spot, () => rows.next())
    if (next.done) break
    const row = rowOf(next.value.values, next.value.index + 1, notes)
    if (isFilled(row)) batch.push(row)
    if (batch.length < batchRows) continue
    yield batch
    batch = []
  }
  yield batch
}

const tableOf = (name: string, { file }: Spot, rows: PublishedTable['rows']): PublishedTable => ({
  file,
  sheet: name,
  kind: 'workbook',
  form: {},
  remarks: [],
  rows,
})

function rowOf(
  values: readonly CellValue[],
  line: number,
  { formulas, merged, percentages }: SheetNotes,
): PublishedRow {
  const cells = values.map(textOf)
  const [mergedHere, shown] = [merged.get(line), percentages.get(line)]
  // A text in such a style is a text: its sign stands in it.
  const asPercentage = shown && new Set([...shown].filter((column) => typeof values[column] === 'number'))
  return {
    line,
    cells: formulas.size === 0 ? cells : withFormulas(cells, line, formulas),
    ...(mergedHere && { merged: mergedHere }),
    ...(asPercentage && asPercentage.size > 0 && { percentages: asPercentage }),
  }
}

const withFormulas = (cells: readonly string[], line: number, formulas: SheetNotes['formulas']) =>
  cells.map((cell, at) => (cell === '' ? (formulas.get(`${columnLetters(at)}${line}`) ?? '') : cell))

/** 0 is A, 25 is Z, 26 is AA. */
function columnLetters(at: number): string {
  const before = at < 26 ? '' : columnLetters(Math.floor(at / 26) - 1)
  return before + String.fromCharCode(65 + (at % 26))
}

const isFilled = ({ cells }: PublishedRow) => cells.some((cell) => cell !== '')

/** A number as the shortest text that gives it back, a day as YYYY-MM-DD. */
function textOf(value: CellValue): string {
  if (value === null) return ''
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '')
  return String(value).trim()
}

async function guarded<Result>(spot: Spot, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    const { EncryptedFileError } = await import('hucre')
    if (error instanceof EncryptedFileError)
      return refuse('password', spot, 'is closed with a password. Save it without one.')
    const reason = error instanceof Error ? error.message : String(error)
    return refuse('file-damaged', spot, `is damaged, or no workbook (${reason}). Fetch it again.`)
  }
}
