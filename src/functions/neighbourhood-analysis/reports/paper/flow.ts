import { type Look, lineHeight, mm, type Pen, penOn } from '../../../../platform/paper/index.ts'

type Document = PDFKit.PDFDocument
type Structure = ReturnType<Document['struct']>

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
  paragraph(text: string, look?: Look): void
  list(items: readonly string[], isNumbered?: boolean): void
  table(table: PaperTable): void
  /** A drawing `height` points high; `alt` says in words what it shows. */
  figure(alt: string, height: number, draw: (at: { readonly x: number; readonly y: number }) => void): void
  gap(points: number): void
  /** Goes on to a new page when there are not so many points left: a heading stays with what it is over. */
  keepRoom(points: number): void
  /** Writes page numbers and closes the document. */
  end(footer: (number: number, count: number) => string): void
}

export type PaperTable = {
  readonly headings: readonly string[]
  /** Parts of the width of the page; together 1. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly string[])[]
}

/** Begins to write on `document`, which has no page yet and buffers its pages. */
export function flowOn(document: Document, direction: 'ltr' | 'rtl'): Flow {
  const root = document.struct('Document')
  document.addStructure(root)
  let y = 0
  let pen: Pen
  const newPage = () => {
    document.addPage({ size: 'A4', margin: 0 })
    pen = penOn(document, { left: margin.side, top: 0, sheetWidth: columnWidth, direction })
    y = margin.top
  }
  const roomFor = (height: number) => {
    if (y + height > page.height - margin.bottom) newPage()
  }
  const add = (parent: Structure, type: string, draw: () => void) => parent.add(document.struct(type, {}, draw))
  newPage()

  /** Writes lines in a place of the column, on a new page where there is no more room; each page's lines are one piece of the element. */
  const write = (parent: Structure, type: string, text: string, look: Look, indent = 0, keep = 1) => {
    const size = look.size ?? 10.5
    const width = columnWidth - indent
    const element = document.struct(type)
    parent.add(element)
    pen.lines(text, width, { ...look, size }).forEach((line, place) => {
      roomFor(lineHeight(size) * (place === 0 ? keep : 1))
      element.add(() => void pen.text(line, { x: indent, y, width }, { ...look, size }))
      y += lineHeight(size)
    })
    element.end()
  }

  const writeCells = (
    parent: Structure,
    type: string,
    cells: readonly string[],
    widths: readonly number[],
    look: Look,
  ) => {
    const size = look.size ?? 9
    const places = widths.map((_, place) => columnWidth * widths.slice(0, place).reduce((sum, one) => sum + one, 0))
    const height = Math.max(
      ...cells.map(
        (cell, place) => pen.lines(cell, columnWidth * (widths[place] ?? 0) - mm(2), { ...look, size }).length,
      ),
    )
    roomFor(height * lineHeight(size) + mm(1.5))
    const row = document.struct('TR')
    parent.add(row)
    cells.forEach((cell, place) => {
      const width = columnWidth * (widths[place] ?? 0) - mm(2)
      add(row, place === 0 || type === 'TH' ? 'TH' : 'TD', () => {
        pen.text(cell, { x: places[place] ?? 0, y, width }, { ...look, size })
      })
    })
    row.end()
    y += height * lineHeight(size) + mm(0.8)
    document.markContent('Artifact')
    pen.rule({ x: 0, y, width: columnWidth })
    document.endMarkedContent()
    y += mm(0.7)
  }

  return {
    heading: (level, text) => {
      const size = { 1: 22, 2: 15, 3: 12 }[level]
      if (y > margin.top) y += size * 0.9
      document.outline.addItem(text)
      // Never alone at the foot of a page.
      write(root, `H${level}`, text, { size, weight: 'bold' }, 0, level === 1 ? 1 : 3)
      y += size * 0.25
    },
    paragraph: (text, look = {}) => {
      for (const part of text.split(/\n+/).filter((one) => one.trim() !== '')) {
        write(root, 'P', part, look)
        y += mm(1.5)
      }
    },
    list: (items, isNumbered = false) => {
      const list = document.struct('L')
      root.add(list)
      items.forEach((item, place) => {
        const entry = document.struct('LI')
        list.add(entry)
        roomFor(lineHeight(10.5))
        add(
          entry,
          'Lbl',
          () => void pen.text(isNumbered ? `${place + 1}.` : '•', { x: 0, y, width: mm(6) }, { size: 10.5 }),
        )
        write(entry, 'LBody', item, {}, mm(6))
        entry.end()
        y += mm(1)
      })
      list.end()
    },
    table: ({ headings, widths, rows }) => {
      const table = document.struct('Table')
      root.add(table)
      writeCells(table, 'TH', headings, widths, { weight: 'bold' })
      for (const row of rows) writeCells(table, 'TD', row, widths, {})
      table.end()
      y += mm(2)
    },
    figure: (alt, height, draw) => {
      roomFor(height)
      const element = document.struct('Figure', { alt })
      root.add(element)
      element.add(() => draw({ x: margin.side, y }))
      element.end()
      y += height + mm(2)
    },
    gap: (points) => {
      y += points
    },
    keepRoom: roomFor,
    end: (footer) => {
      root.end()
      const { start, count } = document.bufferedPageRange()
      for (let number = 0; number < count; number += 1) {
        document.switchToPage(start + number)
        document.markContent('Artifact', { type: 'Pagination' })
        const foot = penOn(document, { left: margin.side, top: 0, sheetWidth: columnWidth, direction })
        const at = { x: 0, y: page.height - mm(15), width: columnWidth }
        foot.text(footer(number + 1, count), at, { size: 8.5, quiet: true })
        document.endMarkedContent()
      }
      document.end()
    },
  }
}
