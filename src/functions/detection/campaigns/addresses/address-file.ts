import { CsvError, parse } from 'csv-parse/sync'

/** An address as a file gives it, with its line for who looks it up. Empty text: not given. */
export type FileLine = {
  readonly line: number
  readonly street: string
  readonly number: string
  readonly box: string
  readonly postalCode: string
}

/** Why a file is not read at all. `columns`: names in it that are no part of an address. */
export type FileRefusal =
  | { readonly reason: 'notText' | 'notCsv' | 'missingColumns' | 'noLines' | 'tooManyLines' }
  | { readonly reason: 'otherColumns'; readonly columns: string }

export type FileRead =
  | { readonly kind: 'read'; readonly lines: readonly FileLine[] }
  | ({ readonly kind: 'refused' } & FileRefusal)

/** Most lines in one file. */
export const mostLines = 5000

/**
 * Reads a CSV file of addresses: UTF-8, a first line with names of columns, `;`, `,` or tab between them. Only columns of an
 * address: a file with any other (a name, an age) is refused whole, so that nothing about people comes in.
 */
export function readAddressFile(bytes: Uint8Array): FileRead {
  const text = textOf(bytes)
  if (text === undefined) return refused('notText')
  const rows = rowsOf(text)
  if (!rows) return refused('notCsv')
  const [head, ...lines] = rows
  const names = (head?.record ?? []).map((name) => name.trim().toLowerCase())
  const columns = names.map((name) => columnNames.get(name))
  if (!columns.includes('street') || !columns.includes('number')) return refused('missingColumns')
  const others = names.filter((name, place) => columns[place] === undefined && name !== '')
  if (others.length > 0) return { kind: 'refused', reason: 'otherColumns', columns: others.join(', ').slice(0, 200) }
  if (lines.length === 0) return refused('noLines')
  if (lines.length > mostLines) return refused('tooManyLines')
  const value = (record: readonly string[], column: Column) => (record[columns.indexOf(column)] ?? '').trim()
  return {
    kind: 'read',
    lines: lines.map(({ record, info }) => ({
      line: info.lines,
      street: value(record, 'street'),
      number: value(record, 'number'),
      box: value(record, 'box'),
      postalCode: value(record, 'postalCode'),
    })),
  }
}

type Column = 'street' | 'number' | 'box' | 'postalCode' | 'municipality'
const columnNames: ReadonlyMap<string, Column> = new Map([
  ...['straat', 'straatnaam', 'rue', 'street'].map((name): [string, Column] => [name, 'street']),
  ...['huisnummer', 'nummer', 'numéro', 'numero', 'house_number', 'number'].map((name): [string, Column] => [
    name,
    'number',
  ]),
  ...['bus', 'busnummer', 'boîte', 'boite', 'box'].map((name): [string, Column] => [name, 'box']),
  ...['postcode', 'code postal', 'code_postal', 'postal_code'].map((name): [string, Column] => [name, 'postalCode']),
  ...['gemeente', 'commune', 'municipality'].map((name): [string, Column] => [name, 'municipality']),
])

const refused = (reason: Exclude<FileRefusal['reason'], 'otherColumns'>): FileRead => ({ kind: 'refused', reason })

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}

type Row = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

function rowsOf(text: string): readonly Row[] | undefined {
  const [first = ''] = text.split('\n', 1)
  const delimiter = [';', '\t', ','].find((mark) => first.includes(mark)) ?? ';'
  try {
    return parse(text, {
      delimiter,
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count_less: true,
      max_record_size: 4096,
      // One more than may be, and the names: enough to say that it is too long.
      to: mostLines + 2,
    }) as unknown as readonly Row[]
  } catch (error) {
    if (error instanceof CsvError) return undefined
    throw error
  }
}
