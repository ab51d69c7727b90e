import { text } from 'node:stream/consumers'
import { percentStylesIn } from './percent-styles.ts'
import type { OpenZip } from './zip-file.ts'

/** What a sheet of a workbook says besides its values. */
export type SheetNotes = {
  /** Formulas of which the value is not there, by their cell (`C2`). */
  readonly formulas: ReadonlyMap<string, string>
  /** By line, the columns of cells that are merged with the cell left of them; of the lines in which names of columns may stand. */
  readonly merged: ReadonlyMap<number, ReadonlySet<number>>
  /** By line, the columns of numbers that are shown as percentages: `0.251` where one sees `25,1 %`. */
  readonly percentages: ReadonlyMap<number, ReadonlySet<number>>
}

export const noNotes: SheetNotes = { formulas: new Map(), merged: new Map(), percentages: new Map() }

/** Names of columns stand no further down than this. */
const linesOfNames = 60

/**
 * The cells of a sheet of an xlsx that hold a formula and not what it came to, those that are merged, and those that show a percentage. Programs
 * that write workbooks leave what a formula comes to to the spreadsheet which opens them: a reader of values takes such a cell for an empty one,
 * which is another thing. A formula that came to an empty text (`t="str"`) has a value. Some programs name every tag with a prefix (`<x:row>`).
 */
export async function notesIn(zip: OpenZip, sheet: string): Promise<SheetNotes> {
  const { part, styles } = await partsOf(zip, sheet)
  if (part === undefined) return noNotes
  const percent = percentStylesIn(withoutPrefix(styles))
  const notes = { formulas: new Map<string, string>(), percentages: new Map<number, Set<number>>() }
  let held = ''
  let rowEnd: string | undefined
  for await (const chunk of (await zip.open(part)).setEncoding('utf8')) {
    held += chunk
    rowEnd ??= rowEndIn(held)
    const end = rowEnd === undefined ? -1 : held.lastIndexOf(rowEnd)
    if (end === -1) continue
    take(held.slice(0, end))
    held = held.slice(end)
  }
  take(held)
  const ranges = tags(withoutPrefix(held), 'mergeCell').flatMap((tag) => rangeIn(attribute(tag, 'ref')))
  return { ...notes, merged: mergedCells(ranges) }

  function take(xml: string): void {
    if (percent.size === 0 && !xml.includes(rowEnd === '</row>' ? '<f' : ':f')) return
    const plain = rowEnd === '</row>' ? xml : withoutPrefix(xml)
    noteFormulas(plain, notes.formulas)
    if (percent.size > 0) notePercentages(plain, percent, notes.percentages)
  }
}

/** How a row ends, by the prefix of the first tag of the sheet. */
function rowEndIn(xml: string): string | undefined {
  const [whole, prefix = ''] = /<([A-Za-z0-9]+:)?worksheet\b/.exec(xml) ?? []
  return whole === undefined ? undefined : `</${prefix}row>`
}

const withoutPrefix = (xml: string) => xml.replaceAll(/<(\/?)[A-Za-z0-9]+:/g, '<$1')

const cellWithoutValue = /<c\b([^>]*)>\s*<f\b[^>]*?(?:\/>|>([^<]*)<\/f>)\s*(?:<v\s*\/>|<v>\s*<\/v>)?\s*<\/c>/g

function noteFormulas(xml: string, formulas: Map<string, string>): void {
  for (const [, attributes = '', formula = ''] of xml.matchAll(cellWithoutValue))
    if (!/\bt="str"/.test(attributes)) formulas.set(/\br="([A-Z]+[0-9]+)"/.exec(attributes)?.[1] ?? '', `=${formula}`)
}

function notePercentages(xml: string, percent: ReadonlySet<number>, percentages: Map<number, Set<number>>): void {
  for (const [, attributes = ''] of xml.matchAll(/<c\b([^>]*)>/g)) {
    const style = /\bs="([0-9]+)"/.exec(attributes)?.[1]
    const [, column, row] = /\br="([A-Z]{1,3})([0-9]+)"/.exec(attributes) ?? []
    if (style === undefined || column === undefined || !percent.has(Number(style))) continue
    const columns = percentages.get(Number(row)) ?? new Set<number>()
    percentages.set(Number(row), columns.add(columnOf(column)))
  }
}

/** Merged cells, counted from 0 as `merges` of a workbook are. */
export type MergedRange = { readonly startRow: number; readonly startCol: number; readonly endCol: number }

/** `C2:E3` */
function rangeIn(ref: string): readonly MergedRange[] {
  const [, startCol = '', startRow = '', endCol = ''] = /^([A-Z]{1,3})([0-9]+):([A-Z]{1,3})[0-9]+$/.exec(ref) ?? []
  return startRow === ''
    ? []
    : [{ startRow: Number(startRow) - 1, startCol: columnOf(startCol), endCol: columnOf(endCol) }]
}

const columnOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** The columns of merged cells that go on with the cell left of them; a value stands in the first line of a range. */
export function mergedCells(ranges: readonly MergedRange[]): SheetNotes['merged'] {
  const merged = new Map<number, Set<number>>()
  for (const { startRow, startCol, endCol } of ranges) {
    if (startRow >= linesOfNames || endCol <= startCol) continue
    const columns = merged.get(startRow + 1) ?? new Set<number>()
    for (let column = startCol + 1; column <= endCol; column += 1) columns.add(column)
    merged.set(startRow + 1, columns)
  }
  return merged
}

/** The file in the zip in which that sheet stands, and the styles of its cells, by the lists at the front of the workbook. */
async function partsOf(zip: OpenZip, sheet: string) {
  const book = workbookPart(zip.names) ?? ''
  const folder = book.slice(0, book.lastIndexOf('/') + 1)
  const [sheets, parts] = await Promise.all(
    [book, `${folder}_rels/${book.slice(folder.length)}.rels`].map(async (name) =>
      withoutPrefix(await textIn(zip, name)),
    ),
  )
  const related = tags(parts ?? '', 'Relationship')
  const pathOf = (tag = '') => {
    const target = attribute(tag, 'Target')
    return target.startsWith('/') ? target.slice(1) : `${folder}${target}`
  }
  const id = tags(sheets ?? '', 'sheet').find((tag) => attribute(tag, 'name') === sheet)
  const part = pathOf(related.find((tag) => attribute(tag, 'Id') === attribute(id ?? '', 'r:id')))
  const styles = pathOf(related.find((tag) => attribute(tag, 'Type').endsWith('/styles')))
  return { part: zip.names.includes(part) ? part : undefined, styles: await textIn(zip, styles) }
}

/** Where a workbook says which sheets it has: some programs number it (`xl/workbook22.xml`). */
export const workbookPart = (names: readonly string[]) => names.find((name) => /^xl\/workbook[0-9]*\.xml$/i.test(name))

const textIn = async (zip: OpenZip, name: string) => (zip.names.includes(name) ? text(await zip.open(name)) : '')

const tags = (xml: string, name: string) => xml.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? []

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_whole, sign: keyof typeof signs) => signs[sign])
}

const signs = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
