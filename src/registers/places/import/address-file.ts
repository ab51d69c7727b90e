import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { createGunzip } from 'node:zlib'
import { CsvError, parse } from 'csv-parse'
import { FileRefused, found } from '../../../platform/published-files/refusal.ts'
import { isInBelgium } from '../../published-areas/index.ts'
import { refuse } from './refusal.ts'

/** An address as published. `street` and `postalCode` may be empty: then only its place is known. */
export type PublishedAddress = {
  readonly line: number
  readonly nisCode: string
  readonly municipalityName: string
  readonly postalCode: string
  readonly street: string
  readonly number: string
  readonly box: string
  readonly x: number
  readonly y: number
  /** Text, always: 11002E122 is a code. Empty when unknown. */
  readonly sectorCode: string
}

const required = [
  'nis',
  'municipality',
  'postal_code',
  'street',
  'house_number',
  'x_31370',
  'y_31370',
  'cd_sector',
] as const
type Column = (typeof required)[number] | 'box'

/**
 * Streams the addresses of a BeST table: UTF-8, `;` between columns, plain or gzip, the columns of `required` in any order and
 * perhaps `box`. Refuses at the first row that is wrong, of whichever municipality; who stored earlier rows must let them go.
 */
export async function* readAddresses(path: string): AsyncGenerator<PublishedAddress> {
  const file = basename(path)
  const rows = await rowsOf(path, file)
  let columns: ReadonlyMap<string, number> | undefined
  let line = 1
  try {
    for await (const { record, info } of rows) {
      line = info.lines
      if (columns) yield addressFrom(record, columns, { file, line })
      else columns = columnsOf(record, file)
    }
  } catch (error) {
    throw asRefusal(error, file, line)
  }
  if (!columns) refuse('file-kind', { file }, 'is empty.')
}

type Rows = AsyncIterable<{ readonly record: readonly string[]; readonly info: { readonly lines: number } }>

async function rowsOf(path: string, file: string): Promise<Rows> {
  const start = await firstBytes(path, file)
  if (start.toString('latin1', 0, 2) === 'PK')
    refuse('file-kind', { file }, 'is a zip or a spreadsheet; expected CSV text, plain or gzip.')
  if ([0xfeff, 0xfffe].includes(start.length >= 2 ? start.readUInt16BE(0) : 0))
    refuse('encoding', { file, line: 1 }, 'is in UTF-16; expected UTF-8.')
  const parser = parse({ delimiter: ';', bom: true, info: true, skip_empty_lines: true, max_record_size: 64 * 1024 })
  const source = createReadStream(path)
  const isGzip = start.length >= 2 && start.readUInt16BE(0) === 0x1f8b
  const plain = isGzip ? source.pipe(createGunzip()) : source
  for (const stream of [source, plain]) stream.once('error', (error: Error) => parser.destroy(error))
  // Whoever stops reading early (a refusal) closes the file as well.
  parser.once('close', () => source.destroy())
  return plain.pipe(parser)
}

async function firstBytes(path: string, file: string): Promise<Buffer> {
  try {
    const handle = await open(path)
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return refuse('file-missing', { file }, code === 'ENOENT' ? 'there is no such file.' : `cannot be read (${code}).`)
  }
}

function columnsOf(header: readonly string[], file: string): ReadonlyMap<string, number> {
  const columns = new Map(header.map((name, index) => [name.trim(), index]))
  const missing = required.filter((name) => !columns.has(name))
  if (missing.length > 0) {
    refuse(
      'header',
      { file, line: 1, column: missing[0] },
      `expected the columns ${required.join(';')}, found ${found(header.join(';'))}.`,
    )
  }
  return columns
}

type Spot = { readonly file: string; readonly line: number }

function addressFrom(record: readonly string[], columns: ReadonlyMap<string, number>, spot: Spot): PublishedAddress {
  const value = (column: Column) => record[columns.get(column) ?? -1]?.trim() ?? ''
  const checked = (column: Column, pattern: RegExp, expected: string) => {
    const text = value(column)
    if (text.includes('\uFFFD')) refuse('encoding', { ...spot, column }, `is not UTF-8: found ${found(text)}.`)
    if (!pattern.test(text)) refuse('value', { ...spot, column }, `expected ${expected}, found ${found(text)}.`)
    return text
  }
  const metres = (column: Column) =>
    Number(checked(column, /^-?[0-9]{1,9}(\.[0-9]{1,12})?$/, 'a number of metres with a decimal point'))
  const address = {
    line: spot.line,
    nisCode: checked('nis', /^[0-9]{5}$/, 'a NIS code of five digits'),
    municipalityName: checked('municipality', /^.{1,120}$/u, 'a name of at most 120 characters'),
    postalCode: checked('postal_code', /^([1-9][0-9]{3})?$/, 'a postal code of four digits, or nothing'),
    street: checked('street', /^.{0,160}$/u, 'a name of at most 160 characters'),
    number: checked('house_number', /^.{1,20}$/u, 'a house number of at most 20 characters'),
    box: checked('box', /^.{0,20}$/u, 'a box number of at most 20 characters'),
    x: metres('x_31370'),
    y: metres('y_31370'),
    sectorCode: checked(
      'cd_sector',
      /^([0-9]{5}[0-9A-Z-]{4})?$/,
      'a sector code of nine characters as text, or nothing',
    ),
  }
  if (!isInBelgium([address.x, address.y])) {
    refuse(
      'outside-belgium',
      { ...spot, column: 'x_31370' },
      `lies outside Belgium; expected Lambert 72 metres, found ${address.x}, ${address.y}.`,
    )
  }
  return address
}

function asRefusal(error: unknown, file: string, line: number): unknown {
  if (error instanceof FileRefused) return error
  if (error instanceof CsvError) {
    const at = 'lines' in error && typeof error.lines === 'number' ? error.lines : line + 1
    return new FileRefused('row-shape', { file, line: at }, csvSentence(error))
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'Z_BUF_ERROR')
    return new FileRefused('file-truncated', { file, line }, 'is cut off here. Fetch it again.')
  if (code.startsWith('Z_'))
    return new FileRefused('file-damaged', { file, line }, `is damaged (${code}). Fetch it again.`)
  return error
}

function csvSentence({ code }: CsvError): string {
  if (code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH') return 'has another number of columns than the first line.'
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'opens a quotation mark that is never closed.'
  return 'is not CSV with ; between its columns.'
}
