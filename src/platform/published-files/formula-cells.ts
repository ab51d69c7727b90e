import { text } from 'node:stream/consumers'
import type { OpenZip } from './zip-file.ts'

/** Formulas by their cell (`C2`). */
export type Formulas = ReadonlyMap<string, string>

/**
 * The cells of a sheet of an xlsx that hold a formula and not what it came to: programs that write workbooks leave that to
 * the spreadsheet which opens them. A reader of values takes such a cell for an empty one, which is another thing. A formula that came to
 * an empty text (`t="str"`) has a value.
 */
export async function formulasWithoutValue(zip: OpenZip, sheet: string): Promise<Formulas> {
  const part = await partOf(zip, sheet)
  const formulas = new Map<string, string>()
  if (part === undefined) return formulas
  let held = ''
  for await (const chunk of (await zip.open(part)).setEncoding('utf8')) {
    held += chunk
    const end = held.lastIndexOf('</row>')
    if (end === -1) continue
    take(held.slice(0, end))
    held = held.slice(end)
  }
  take(held)
  return formulas

  function take(xml: string): void {
    if (!xml.includes('<f')) return
    for (const [, attributes = '', formula = ''] of xml.matchAll(cellWithoutValue))
      if (!/\bt="str"/.test(attributes)) formulas.set(/\br="([A-Z]+[0-9]+)"/.exec(attributes)?.[1] ?? '', `=${formula}`)
  }
}

const cellWithoutValue = /<c\b([^>]*)>\s*<f\b[^>]*?(?:\/>|>([^<]*)<\/f>)\s*(?:<v\s*\/>|<v>\s*<\/v>)?\s*<\/c>/g

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
