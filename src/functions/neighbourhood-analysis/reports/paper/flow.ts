import { directionOf, isLanguage } from '../../../../platform/messages/index.ts'
import { type Look, lineHeight, mm, type Pen, penOn } from '../../../../platform/paper/index.ts'

type Document = PDFKit.PDFDocument
type Structure = ReturnType<Document['struct']>

const tableSize = 9
const page = { width: mm(210), height: mm(297) } as const
const margin = { side: mm(22), top: mm(20), bottom: mm(24) } as const

/** Room for text across an A4 page, in points. */
export const columnWidth = page.width - 2 * margin.side

/**
 * Text and pictures that flow over A4 pages, tagged for screen readers: each call is one element of the document's structure (headings,
 * paragraphs, lists, tables, figures with words), in reading order. Everything is placed from the right for Arabic.
 */
export type Flow = {
  heading(level: 1 | 2 | 3, text: string): void
  paragraph(piece: Piece, look?: Look): void
  /** Each item is one piece or several, below each other. */
  list(items: readonly (Piece | readonly Piece[])[], isNumbered?: boolean): void
  table(table: PaperTable): void
  /** A drawing `height` points high; `alt` says in words what it shows. */
  figure(alt: string, height: number, draw: (at: { readonly x: number; readonly y: number }) => void): void
  gap(points: number): void
  /** Goes on to a new page when there are not so many points left: a heading stays with what it is over. */
  keepRoom(points: number): void
  /** Writes page numbers and closes the document. */
  end(footer: (number: number, count: number) => string): void
}

/** A text in the language of the paper, or in another that is named: it is tagged so and runs its own way. */
export type Piece = string | { readonly text: string; readonly language: string }

export type PaperTable = {
  readonly headings: readonly string[]
  /** Parts of the width of the page; together 1. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly string[])[]
}

/** Where the writing is: the page at hand, how far down, and the pen on it. */
type Cursor = {
  readonly document: Document
  readonly direction: 'ltr' | 'rtl'
  pen: Pen
  y: number
}

/** How many points a table takes of which no cell is longer than a line. */
export const tableHeight = (rowCount: number): number => (rowCount + 1) * (lineHeight(tableSize) + mm(1.5)) + mm(2)

/** Begins to write on `document`, which has no page yet and buffers its pages. */
export function flowOn(document: Document, direction: 'ltr' | 'rtl'): Flow {
  const root = document.struct('Document')
  document.addStructure(root)
  const cursor: Cursor = { document, direction, pen: newPage(document, direction), y: margin.top }
  return {
    heading: (level, text) => writeHeading(cursor, root, level, text),
    paragraph: (piece, look = {}) => {
      for (const part of textOf(piece)
        .split(/\n+/)
        .filter((one) => one.trim() !== '')) {
        writeLines(cursor, root, { type: 'P', text: part, language: languageOf(piece), look })
        cursor.y += mm(1.5)
      }
    },
    list: (items, isNumbered = false) => writeList(cursor, root, items, isNumbered),
    table: (table) => writeTable(cursor, root, table),
    figure: (alt, height, draw) => {
      keepRoom(cursor, height)
      const element = document.struct('Figure', { alt })
      root.add(element)
      element.add(() => draw({ x: margin.side, y: cursor.y }))
      element.end()
      cursor.y += height + mm(2)
    },
    gap: (points) => {
      cursor.y += points
    },
    keepRoom: (points) => keepRoom(cursor, points),
    end: (footer) => {
      root.end()
      writeFooters(cursor, footer)
      document.end()
    },
  }
}

const textOf = (piece: Piece) => (typeof piece === 'string' ? piece : piece.text)
const languageOf = (piece: Piece) => (typeof piece === 'string' ? undefined : piece.language)

function newPage(document: Document, direction: 'ltr' | 'rtl'): Pen {
  document.addPage({ size: 'A4', margin: 0 })
  return columnPen(document, direction)
}

const columnPen = (document: Document, direction: 'ltr' | 'rtl') =>
  penOn(document, { left: margin.side, top: 0, sheetWidth: columnWidth, direction })

function keepRoom(cursor: Cursor, height: number): void {
  if (cursor.y + height <= page.height - margin.bottom) return
  cursor.pen = newPage(cursor.document, cursor.direction)
  cursor.y = margin.top
}

type Lines = {
  readonly type: string
  readonly text: string
  /** Another than that of the paper. */
  readonly language?: string | undefined
  readonly look?: Look
  readonly indent?: number
  /** How many lines must fit below each other where the first one stands. */
  readonly keep?: number
}

/** Writes a text in the column, on a new page where there is no more room; each line is a piece of the same element. */
function writeLines(cursor: Cursor, parent: Structure, lines: Lines): void {
  const { type, text, language, look = {}, indent = 0, keep = 1 } = lines
  const size = look.size ?? 10.5
  const width = columnWidth - indent
  const direction = isLanguage(language) ? directionOf(language) : cursor.direction
  const pen = columnPen(cursor.document, direction)
  // Beside the label of its item, whichever way it runs.
  const x = direction === cursor.direction ? indent : 0
  const element = cursor.document.struct(type, language === undefined ? {} : { lang: language })
  parent.add(element)
  pen.lines(text, width, { ...look, size }).forEach((line, place) => {
    keepRoom(cursor, lineHeight(size) * (place === 0 ? keep : 1))
    element.add(() => void pen.text(line, { x, y: cursor.y, width }, { ...look, size }))
    cursor.y += lineHeight(size)
  })
  element.end()
}

function writeHeading(cursor: Cursor, root: Structure, level: 1 | 2 | 3, text: string): void {
  const size = { 1: 22, 2: 15, 3: 12 }[level]
  if (cursor.y > margin.top) cursor.y += size * 0.9
  // Never alone at the foot of a page.
  const keep = level === 1 ? 1 : 3
  keepRoom(cursor, lineHeight(size) * keep)
  cursor.document.outline.addItem(text)
  writeLines(cursor, root, { type: `H${level}`, text, look: { size, weight: 'bold' } })
  cursor.y += size * 0.25
}

type Items = Parameters<Flow['list']>[0]

function writeList(cursor: Cursor, root: Structure, items: Items, isNumbered: boolean): void {
  const { document } = cursor
  const list = document.struct('L')
  root.add(list)
  items.forEach((item, place) => {
    const entry = document.struct('LI')
    list.add(entry)
    keepRoom(cursor, lineHeight(10.5))
    const label = isNumbered ? `${place + 1}.` : '•'
    const drawLabel = () => void cursor.pen.text(label, { x: 0, y: cursor.y, width: mm(6) }, { size: 10.5 })
    entry.add(document.struct('Lbl', {}, drawLabel))
    const body = document.struct('LBody')
    entry.add(body)
    for (const piece of [item].flat())
      writeLines(cursor, body, { type: 'P', text: textOf(piece), language: languageOf(piece), indent: mm(6) })
    body.end()
    entry.end()
    cursor.y += mm(1)
  })
  list.end()
}

function writeTable(cursor: Cursor, root: Structure, { headings, widths, rows }: PaperTable): void {
  const table = cursor.document.struct('Table')
  root.add(table)
  writeRow(cursor, table, { cells: headings, widths, isHead: true })
  for (const cells of rows) writeRow(cursor, table, { cells, widths, isHead: false })
  table.end()
  cursor.y += mm(2)
}

type Row = { readonly cells: readonly string[]; readonly widths: readonly number[]; readonly isHead: boolean }

/** One row, never cut by the end of a page; the first cell names it. */
function writeRow(cursor: Cursor, table: Structure, { cells, widths, isHead }: Row): void {
  const { document } = cursor
  const look = { size: tableSize, weight: isHead ? 'bold' : 'regular' } as const
  const placed = cells.map((cell, place) => ({
    cell,
    x: columnWidth * widths.slice(0, place).reduce((sum, one) => sum + one, 0),
    width: columnWidth * (widths[place] ?? 0) - mm(2),
  }))
  const height = Math.max(...placed.map(({ cell, width }) => cursor.pen.lines(cell, width, look).length))
  keepRoom(cursor, height * lineHeight(look.size) + mm(1.5))
  const row = document.struct('TR')
  table.add(row)
  placed.forEach(({ cell, x, width }, place) => {
    const draw = () => void cursor.pen.text(cell, { x, y: cursor.y, width }, look)
    row.add(document.struct(isHead || place === 0 ? 'TH' : 'TD', {}, draw))
  })
  row.end()
  cursor.y += height * lineHeight(look.size) + mm(0.8)
  document.markContent('Artifact')
  cursor.pen.rule({ x: 0, y: cursor.y, width: columnWidth })
  document.endMarkedContent()
  cursor.y += mm(0.7)
}

function writeFooters({ document, direction }: Cursor, footer: (number: number, count: number) => string): void {
  const { start, count } = document.bufferedPageRange()
  for (let number = 0; number < count; number += 1) {
    document.switchToPage(start + number)
    document.markContent('Artifact', { type: 'Pagination' })
    const foot = columnPen(document, direction)
    const at = { x: 0, y: page.height - mm(15), width: columnWidth }
    foot.text(footer(number + 1, count), at, { size: 8.5, quiet: true })
    document.endMarkedContent()
  }
}
