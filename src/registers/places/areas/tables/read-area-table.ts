import type { PublishedFile, PublishedTable } from '../../../../platform/published-files/published-file.ts'
import { found, type Spot } from '../../../../platform/published-files/refusal.ts'
import type { AreaPublisher } from '../../../published-areas/index.ts'
import { EditionEvidence } from '../../../published-figures/index.ts'
import type { AreaToKeep, KeptLevel, LevelRead, NotKept } from '../kept-area.ts'
import { refuse } from '../refusal.ts'
import type { AreaMembership } from './membership.ts'
import { type Column, type Row, RowReading, type TableWanted } from './row-reading.ts'
import { type CodeColumn, columnsIn } from './table-columns.ts'

export type TableRead = {
  readonly rows: number
  /** About what no area is known of: `72043ZZZZ`, `72043WONB`. */
  readonly notLocalisable: number
  readonly memberships: readonly AreaMembership[]
  /** Sectors with their names, as they stand in a table without a border. */
  readonly sectors: readonly AreaToKeep[]
  readonly levels: readonly LevelRead[]
  readonly columns: readonly { readonly heading: string; readonly level: KeptLevel; readonly edition: string }[]
  readonly publisher: AreaPublisher | undefined
  readonly reason: NotKept | undefined
}

/**
 * Reads a table between areas: which sectors lie in which neighbourhood, district or municipality, and what became what. Refuses
 * (`FileRefused`) a table without two columns of codes that are known, and a code that is none.
 */
export async function readAreaTable(file: PublishedFile, wanted: TableWanted): Promise<TableRead> {
  const { table, header, rows } = await tableOf(file)
  const { codes, publisher } = header
  const spot = { file: table.file, sheet: table.sheet }
  for (const row of rows) for (const column of codes) checkCode(row, column, spot)
  const columns = withEditions(codes, rows, wanted.edition)
  if (!columns) return { ...nothing, rows: rows.length, publisher, reason: 'edition-not-stated' }
  const reading = new RowReading(columns, wanted)
  for (const row of rows) reading.see(row)
  return { ...reading.result(rows), rows: rows.length, publisher }
}

const nothing = { notLocalisable: 0, memberships: [], sectors: [], levels: [], columns: [] }

/** The country has some twenty thousand sectors; a table of a million rows is about something else. */
const mostRows = 1_000_000

/** Titles may stand above the header, but not more lines than this. */
const linesAbove = 10

/**
 * The first table whose header has two columns of codes, or one with names beside it; of another no more is read than where its header
 * would stand.
 */
async function tableOf(file: PublishedFile) {
  const headings: string[] = []
  for (const table of file.tables) {
    const rows: Row[] = []
    let header: FoundHeader | undefined
    for await (const batch of table.rows()) {
      for (const row of batch) rows.push(row)
      header ??= headerIn(rows, stemOf(table.file))
      if (!header) break
      if (rows.length > mostRows) refuseRows(table)
    }
    if (!header) {
      headings.push(...(rows[0]?.cells ?? []))
      continue
    }
    const below = rows.slice(header.at + 1)
    for (const row of below) checkWidth(table, header.cells, row)
    return { table, header, rows: below }
  }
  return refuseHeader(file, file.tables[0], headings)
}

type FoundHeader = ReturnType<typeof columnsIn> & { readonly at: number; readonly cells: readonly string[] }

function headerIn(rows: readonly Row[], table: string): FoundHeader | undefined {
  for (const [at, { cells }] of rows.slice(0, linesAbove).entries()) {
    const columns = columnsIn(cells, table)
    if (isOfAreas(columns)) return { ...columns, at, cells }
  }
  return undefined
}

function isOfAreas({ codes }: ReturnType<typeof columnsIn>): boolean {
  const [only] = codes
  return codes.length > 1 || only?.nameIndex !== undefined
}

/** A text has as many cells in each row as in its header; else cells have moved, or the file breaks off here. */
function checkWidth({ kind, file, sheet }: PublishedTable, header: readonly string[], { line, cells }: Row): void {
  if (kind === 'workbook' || cells.length === header.length) return
  const sentence = `has ${cells.length} columns, the header ${header.length}. Either the file is cut off here, or a cell holds the sign between columns.`
  refuse('row-shape', { file, sheet, line }, sentence)
}

function refuseRows({ file, sheet }: PublishedTable): never {
  return refuse(
    'too-many-rows',
    { file, sheet, line: mostRows },
    `a table between areas has at most ${mostRows} rows; keep those of your own municipality`,
  )
}

/** Editions of all columns: from their headings, else from the municipalities in them, else as asked; undefined when none tells. */
function withEditions(
  codes: readonly CodeColumn[],
  rows: readonly Row[],
  asked: string | undefined,
): readonly Column[] | undefined {
  const evidence = new EditionEvidence()
  const [municipality] = codes.filter(({ level }) => level === 'municipality')
  if (municipality) for (const { cells } of rows) evidence.see(cells[municipality.index] ?? '')
  // Codes of municipalities that are no more contradict a heading that only names the present edition by leaving out its year.
  const seen = evidence.municipal()
  const columns = codes.flatMap((column): Column[] => {
    const isDated = /(19|20)[0-9]{2}$/.test(column.heading) || column.edition === 'fixed'
    const edition = isDated ? column.edition : (asked ?? byEvidence(column.level, seen, codes) ?? column.edition)
    return edition === undefined ? [] : [{ ...column, edition }]
  })
  return columns.length === codes.length ? columns : undefined
}

/** Only where one column of municipalities speaks for the whole table. */
function byEvidence(level: KeptLevel, seen: string | undefined, codes: readonly CodeColumn[]): string | undefined {
  if (seen === undefined || codes.filter((code) => code.level === 'municipality').length !== 1) return undefined
  return level === 'municipality' ? seen : String(Math.max(Number(seen), 2024))
}

const forms: Readonly<Record<KeptLevel, { readonly form: RegExp; readonly words: string }>> = {
  sector: { form: /^([0-9]{5}[0-9A-Z-]{4})?$/, words: 'a sector code of nine characters, such as 72025A00-' },
  neighbourhood: { form: /^[^\s]{0,60}$/, words: 'a code of at most 60 characters without spaces' },
  district: { form: /^[0-9]{0,3}$/, words: 'the number of a district' },
  municipality: { form: /^([0-9]{5})?$/, words: 'a NIS code of five digits' },
}

function checkCode({ line, cells }: Row, { level, heading, index }: CodeColumn, spot: Spot): void {
  const code = cells[index] ?? ''
  const { form, words } = forms[level]
  if (form.test(code)) return
  const where = { ...spot, line, column: heading }
  if (/^[0-9]+([.,][0-9]+)?E\+?[0-9]+$/i.test(code))
    refuse(
      'value',
      where,
      `a spreadsheet turned the code into the number ${found(code)}. Fetch the file again and import it as it comes.`,
    )
  refuse('value', where, `expected ${words}, found ${found(code)}.`)
}

const stemOf = (file: string) => file.replace(/(\.[a-z0-9]{2,4})+$/i, '')

function refuseHeader(file: PublishedFile, table: PublishedTable | undefined, headings: readonly string[]): never {
  const names = headings.filter((heading) => heading !== '').join(', ') || 'none'
  return refuse(
    'header',
    { file: file.file, sheet: table?.sheet, line: 1 },
    `has no two columns of codes that are known: found ${names.slice(0, 400)}. Expected for example statsec and ggw7, cd_sector and cd_munty_refnis, or sector and wijk; rename the columns of the codes.`,
  )
}
