import { text } from 'node:stream/consumers'
import type { OpenZip } from './zip-file.ts'

/** What a sheet of a workbook says besides its values. */
export type SheetNotes = {
  /** Formulas of which the value is not there, by their cell (`C2`). */
  readonly formulas: ReadonlyMap<string, string>
  /** By line, the columns of cells that are merged with the cell left of them; of the lines in which names of columns may stand. */
  readonly merged: ReadonlyMap<number, ReadonlySet<number>>
}

export const noNotes: SheetNotes = { formulas: new Map(), merged: new Map() }

/** Names of columns stand no further down than this. */
const linesOfNames = 60

/**
 * The cells of a sheet of an xlsx that hold a formula and not what it came to, and those that are merged. Programs that write workbooks leave
 * what a formula comes to to the spreadsheet which opens them: a reader of values takes such a cell for an empty one, which is another thing.
 * A formula that came to an empty text (`t="str"`) has a value.
 */
export async function notesIn(zip: OpenZip, sheet: string): Promise<SheetNotes> {
  const part = await partOf(zip, sheet)
  if (part === undefined) return noNotes
  const formulas = new Map<string, string>()
  const ranges: MergedRange[] = []
  let held = ''
  for await (const chunk of (await zip.open(part)).setEncoding('utf8')) {
    held += chunk
    const end = held.lastIndexOf('</row>')
    if (end === -1) continue
    take(held.slice(0, end))
    held = held.slice(end)
  }
  take(held)
  for (const tag of tags(held, 'mergeCell')) ranges.push(...rangeIn(attribute(tag, 'ref')))
  return { formulas, merged: mergedCells(ranges) }

  function take(xml: string): void {
    if (!xml.includes('<f')) return
    for (const [, attributes = '', formula = ''] of xml.matchAll(cellWithoutValue))
      if (!/\bt="str"/.test(attributes)) formulas.set(/\br="([A-Z]+[0-9]+)"/.exec(attributes)?.[1] ?? '', `=${formula}`)
  }
}

const cellWithoutValue = /<c\b([^>]*)>\s*<f\b[^>]*?(?:\/>|>([^<]*)<\/f>)\s*(?:<v\s*\/>|<v>\s*<\/v>)?\s*<\/c>/g

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

/** The file in the zip in which that sheet stands, by the two lists at the front of the workbook. */
async function partOf(zip: OpenZip, sheet: string): Promise<string | undefined> {
  const [book, parts] = [await textIn(zip, 'xl/workbook.xml'), await textIn(zip, 'xl/_rels/workbook.xml.rels')]
  const id = tags(book, 'sheet').find((tag) => attribute(tag, 'name') === sheet)
  const target = tags(parts, 'Relationship').find((tag) => attribute(tag, 'Id') === attribute(id ?? '', 'r:id'))
  const path = attribute(target ?? '', 'Target')
  const part = path.startsWith('/') ? path.slice(1) : `xl/${path}`
  return zip.names.includes(part) ? part : undefined
}

const textIn = async (zip: OpenZip, name: string) => (zip.names.includes(name) ? text(await zip.open(name)) : '')

const tags = (xml: string, name: string) => xml.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? []

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_whole, sign: keyof typeof signs) => signs[sign])
}

const signs = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
