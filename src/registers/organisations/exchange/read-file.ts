import { CsvError, parse } from 'csv-parse/sync'
import { fromBufferPromise } from 'yauzl'
import { isDeeperThan, typedText } from '../../../platform/http/index.ts'
import type { Problem } from './source.ts'

/** What a sent file holds: JSON, or the tables of a zip by name; or why it cannot be read. */
export type FileContent =
  | { readonly kind: 'json'; readonly json: unknown }
  | { readonly kind: 'unreadable'; readonly problem: Problem }

/** Largest file after unpacking: some 20,000 services with all their parts. */
const maxFileBytes = 64 * 1024 * 1024

/** Far more than a service with all its parts has. */
const deepest = 50

/** Reads a file of HSDS 3: JSON in UTF-8, or a zip of CSV tables. */
export async function readFileContent(bytes: Uint8Array): Promise<FileContent> {
  if (bytes.byteLength > maxFileBytes) return unreadable(`a file of at most ${maxFileBytes / 2 ** 20} MB`)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return tablesIn(Buffer.from(bytes))
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), typed)
    return isDeeperThan(deepest, json) ? unreadable(`JSON nested at most ${deepest} deep`) : { kind: 'json', json }
  } catch {
    return unreadable('JSON in UTF-8, or a zip of CSV tables')
  }
}

async function tablesIn(bytes: Buffer): Promise<FileContent> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true })
    const tables: Record<string, unknown> = {}
    let left = maxFileBytes
    for await (const entry of zip.eachEntry()) {
      if (!entry.fileName.endsWith('.csv')) continue
      left -= entry.uncompressedSize
      if (left < 0) return unreadable(`tables of at most ${maxFileBytes / 2 ** 20} MB in all`)
      const chunks: Buffer[] = []
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
      tables[entry.fileName] = rowsIn(Buffer.concat(chunks))
    }
    return Object.keys(tables).length > 0 ? { kind: 'json', json: tables } : unreadable('a zip with CSV tables in it')
  } catch (error) {
    if (error instanceof CsvError) return unreadable(`CSV with as many values as columns: ${error.message}`)
    return unreadable('a zip of CSV tables that is whole')
  }
}

/** Some publish lines that end in two returns and a line feed: an end of line is any of them, empty lines are none. */
function rowsIn(table: Buffer): unknown {
  const record_delimiter = ['\r\n', '\n', '\r']
  return parse(table, { columns: true, bom: true, skip_empty_lines: true, record_delimiter, cast: keptText })
}

/** Texts as a form would take them. Names that no database keeps are none of the specification. */
function typed(name: string, value: unknown): unknown {
  if (name.includes('\0') || name.search(halfSigns) >= 0) throw new SyntaxError('a name with signs that are no text')
  return typeof value === 'string' ? keptText(value) : value
}

/** As JSON may write them; in no form and no database. */
const halfSigns = /\p{Cs}/gu
const keptText = (text: string) => typedText(text.replaceAll(halfSigns, ''))

const unreadable = (expected: string): FileContent => ({ kind: 'unreadable', problem: { path: 'file', expected } })
