import { refuse, type Spot } from './refusal.ts'

/** One row of a published table: all cells are text, without space around them. `line` counts from 1, as a text editor does. */
export type PublishedRow = {
  readonly line: number
  readonly cells: readonly string[]
  /** Columns of cells that are merged with the one left of them; absent where no cell of the row is. */
  readonly merged?: ReadonlySet<number>
  /** Columns of numbers that a workbook shows as percentages (`0.251` for `25,1 %`); absent where none is. */
  readonly percentages?: ReadonlySet<number>
}

/** Longer than any real row: a quotation mark that is open for this long is not going to be closed. */
const longestRow = 1_000_000

/** More than a sheet of any spreadsheet has; a small gzip may hold billions, and reading on would take days. */
const mostEmptyLines = 2_000_000

/**
 * Splits delimited text into rows (RFC 4180), fed piece by piece: `push` gives the rows that are complete, `end` the last one.
 * A cell between quotation marks may hold delimiters and line breaks; two marks stand for one. Nothing is guessed: every cell
 * stays text. Rows without a filled cell are passed over. Refuses a quotation mark that is never closed, at the line where it opens.
 */
export class RowSplitter {
  readonly #delimiter: string
  readonly #spot: Spot
  #held = ''
  #line = 1
  #emptyLines = 0
  #isLast = false

  constructor(delimiter: string, spot: Spot) {
    this.#delimiter = delimiter
    this.#spot = spot
  }

  /** Whether the text so far ends within a line. */
  get isWithinLine(): boolean {
    return this.#held !== ''
  }

  push(piece: string): PublishedRow[] {
    const text = this.#held + piece
    if (piece.includes('\0')) this.#refuseNul(text)
    const rows: PublishedRow[] = []
    let at = 0
    for (let end = text.indexOf('\n', at); end !== -1; end = text.indexOf('\n', at)) {
      const after = this.#take(text, at, end, rows)
      if (after === undefined) break
      at = after
    }
    this.#held = text.slice(at)
    if (this.#held.length > longestRow) this.#refuseLongRow()
    return rows
  }

  end(): PublishedRow[] {
    const rows: PublishedRow[] = []
    const text = this.#held
    this.#isLast = true
    if (text !== '' && this.#take(text, 0, text.length, rows) === undefined) this.#refuseLongRow()
    this.#held = ''
    return rows
  }

  /** Takes the row that begins at `at`; gives where the next begins, or nothing when its end is not there yet. */
  #take(text: string, at: number, end: number, rows: PublishedRow[]): number | undefined {
    const plain = text.slice(at, end)
    const row = plain.includes('"')
      ? this.#quotedRow(text, at)
      : { cells: cellsIn(plain, this.#delimiter), lines: 1, after: end + 1 }
    if (!row) return undefined
    const isFilled = row.cells.some((cell) => cell !== '')
    if (isFilled) rows.push({ line: this.#line, cells: row.cells })
    this.#emptyLines = isFilled ? 0 : this.#emptyLines + 1
    if (this.#emptyLines > mostEmptyLines)
      refuse(
        'row-shape',
        { ...this.#spot, line: this.#line },
        'stands below two million empty lines: this is no table.',
      )
    this.#line += row.lines
    return row.after
  }

  #quotedRow(text: string, from: number) {
    const cells: string[] = []
    let [at, lines] = [from, 1]
    while (true) {
      const cell = text[at] === '"' ? this.#quotedCell(text, at + 1) : this.#plainCell(text, at)
      if (!cell) return undefined
      cells.push(cell.text.trim())
      lines += cell.breaks
      if (text[cell.after] !== this.#delimiter) return { cells, lines, after: cell.after + 1 }
      at = cell.after + 1
    }
  }

  #plainCell(text: string, at: number) {
    const [delimiter, lineEnd] = [text.indexOf(this.#delimiter, at), text.indexOf('\n', at)]
    const ends = [delimiter, lineEnd].filter((end) => end !== -1)
    if (ends.length === 0 && !this.#isLast) return undefined
    const after = ends.length > 0 ? Math.min(...ends) : text.length
    return { text: text.slice(at, after), after, breaks: 0 }
  }

  #quotedCell(text: string, at: number) {
    let close = text.indexOf('"', at)
    while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
    // A mark at the end of a piece may be the first of two.
    if (close === -1 || (close + 2 >= text.length && !this.#isLast)) return undefined
    const inside = text.slice(at, close)
    const after = text[close + 1] === '\r' ? close + 2 : close + 1
    if (after < text.length && text[after] !== this.#delimiter && text[after] !== '\n') {
      const sentence = 'has text behind a closing quotation mark; a mark inside a cell is written twice.'
      refuse('row-shape', { ...this.#spot, line: this.#line }, sentence)
    }
    return { text: inside.replaceAll('""', '"'), after, breaks: inside.split('\n').length - 1 }
  }

  /** Databases keep no such sign, and no program writes it in a text. */
  #refuseNul(text: string): never {
    const line = this.#line + text.slice(0, text.indexOf('\0')).split('\n').length - 1
    const sentence = 'holds a sign that no text has (NUL): the file is damaged. Fetch it again.'
    return refuse('file-damaged', { ...this.#spot, line }, sentence)
  }

  #refuseLongRow(): never {
    const hasMark = this.#held.includes('"')
    const sentence = hasMark
      ? 'opens a quotation mark that is never closed. Close it, or write it twice when it belongs to the text.'
      : 'is longer than a million characters: this is no table, or its line breaks are lost.'
    return refuse('row-shape', { ...this.#spot, line: this.#line }, sentence)
  }
}

function cellsIn(row: string, delimiter: string): readonly string[] {
  const cells = row.split(delimiter)
  for (const [index, cell] of cells.entries()) if (mayHaveSpace(cell)) cells[index] = cell.trim()
  return cells
}

/** NOTE `trim` takes no-break spaces as well, with which Statbel pads its labels; only what begins or ends beyond ASCII may have them. */
function mayHaveSpace(cell: string): boolean {
  const [first, last] = [cell.charCodeAt(0), cell.charCodeAt(cell.length - 1)]
  return first <= 0x20 || first >= 0x80 || last <= 0x20 || last >= 0x80
}
