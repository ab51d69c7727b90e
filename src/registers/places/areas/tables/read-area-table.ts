import type { PublishedFile, PublishedTable } from '../../../../platform/published-files/published-file.ts'
import { found, type Spot } from '../../../../platform/published-files/refusal.ts'
import type { AreaPublisher } from '../../../published-areas/index.ts'
import { EditionEvidence } from '../../../published-figures/index.ts'
import type { AreaToKeep, KeptLevel, LevelRead, NotKept } from '../kept-area.ts'
import { refuse } from '../refusal.ts'
import { keyOf, namesIn, type Whose } from '../whose-area.ts'
import { type AreaMembership, type Pair, pairsOf, withShares } from './membership.ts'
import { type CodeColumn, columnsIn } from './table-columns.ts'

/** Whose rows of a table are wanted, and what whoever imports says about it. */
export type TableWanted = Whose & {
  /** One's own municipality under each of its codes, and those beside it. */
  readonly nisCodes: ReadonlySet<string>
  /** Edition of columns that do not tell it. */
  readonly edition: string | undefined
}

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

type Column = CodeColumn & { readonly edition: string }
type Row = { readonly line: number; readonly cells: readonly string[] }

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
  return { ...reading.result(), rows: rows.length, publisher }
}

const nothing = { notLocalisable: 0, memberships: [], sectors: [], levels: [], columns: [] }

/** The country has some twenty thousand sectors; a table of a million rows is about something else. */
const mostRows = 1_000_000

/** The first table whose header has two columns of codes, or one with names beside it; of another no more is read than its header. */
async function tableOf(file: PublishedFile) {
  const headings: string[] = []
  for (const table of file.tables) {
    const rows: Row[] = []
    let header: ReturnType<typeof columnsIn> | undefined
    for await (const batch of table.rows()) {
      for (const row of batch) rows.push(row)
      header ??= rows[0] && columnsIn(rows[0].cells, stemOf(table.file))
      if (header && !isOfAreas(header)) break
      if (rows.length > mostRows) refuseRows(table)
    }
    const [first, ...others] = rows
    if (header && isOfAreas(header)) return { table, header, rows: others }
    headings.push(...(first?.cells ?? []))
  }
  return refuseHeader(file, file.tables[0], headings)
}

function isOfAreas({ codes }: ReturnType<typeof columnsIn>): boolean {
  const [only] = codes
  return codes.length > 1 || only?.nameIndex !== undefined
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

class RowReading {
  readonly #columns: readonly Column[]
  readonly #pairs: readonly Pair<Column>[]
  readonly #wanted: TableWanted
  readonly #memberships: Omit<AreaMembership, 'share' | 'quality'>[] = []
  readonly #sectors = new Map<string, AreaToKeep>()
  readonly #counts = { own: 0, elsewhere: 0, unplaced: 0 }
  #notLocalisable = 0

  constructor(columns: readonly Column[], wanted: TableWanted) {
    this.#columns = columns
    this.#pairs = pairsOf(columns)
    this.#wanted = wanted
  }

  see({ cells }: Row): void {
    const codeIn = ({ index }: Column) => cells[index] ?? ''
    if (this.#columns.some((column) => isNotLocalisable(codeIn(column)))) {
      this.#notLocalisable += 1
      return
    }
    const nisCode = this.#nisCodeOf(codeIn)
    if (nisCode === undefined) this.#counts.unplaced += 1
    else if (!this.#wanted.nisCodes.has(nisCode)) this.#counts.elsewhere += 1
    else {
      this.#counts.own += 1
      this.#keep(cells, codeIn, nisCode)
    }
  }

  result() {
    const [finest] = this.#columns
    const read = this.#memberships.length + this.#sectors.size
    return {
      notLocalisable: this.#notLocalisable,
      memberships: withShares(this.#memberships),
      sectors: [...this.#sectors.values()],
      levels: finest ? [{ level: finest.level, edition: finest.edition, ...this.#counts }] : [],
      columns: this.#columns.map(({ heading, level, edition }) => ({ heading, level, edition })),
      reason: read > 0 ? undefined : this.#reason(),
    }
  }

  /** One's own municipality when the row names it under any of its codes, else the first that is known. */
  #nisCodeOf(codeIn: (column: Column) => string): string | undefined {
    const { known, said, nisCodes } = this.#wanted
    const codes = this.#columns.flatMap((column) => {
      const code = codeIn(column)
      if (code === '') return []
      if (column.level === 'municipality') return [code]
      const prefix = column.level === 'neighbourhood' ? /^[0-9]{5}(?=.)/.exec(code)?.[0] : undefined
      return (
        known.get(keyOf(column.level, column.edition, code)) ??
        known.get(keyOf(column.level, '*', code)) ??
        prefix ??
        []
      )
    })
    return codes.find((code) => nisCodes.has(code)) ?? codes[0] ?? said
  }

  #keep(cells: readonly string[], codeIn: (column: Column) => string, nisCode: string): void {
    for (const { kind, from, to } of this.#pairs) {
      const [fromCode, toCode] = [codeIn(from), codeIn(to)]
      if (fromCode === '' || toCode === '') continue
      this.#memberships.push({
        kind,
        fromLevel: from.level,
        fromEdition: from.edition,
        fromCode,
        toLevel: to.level,
        toEdition: to.edition,
        toCode,
        nisCode,
      })
    }
    for (const column of this.#columns)
      if (column.level === 'sector' && column.nameIndex !== undefined && codeIn(column) !== '')
        this.#keepSector(column, codeIn(column), cells, nisCode)
  }

  #keepSector({ edition, nameIndex = -1 }: Column, code: string, cells: readonly string[], nisCode: string): void {
    const name = namesIn(cells[nameIndex] ?? '').name.slice(0, 160) || code
    const area = { level: 'sector', edition, code, name, nisCode, municipalityName: null, shape: null } as const
    if (!this.#sectors.has(`${edition} ${code}`))
      this.#sectors.set(`${edition} ${code}`, { ...area, isApproximate: false })
  }

  #reason(): NotKept {
    // Names alone are kept of sectors; others come with their borders.
    if (this.#columns.length === 1 && this.#columns[0]?.level !== 'sector') return 'no-known-level'
    return this.#counts.elsewhere === 0 ? 'municipality-not-stated' : 'nothing-of-municipality'
  }
}

/** `72043ZZZZ`, `72043WONB`, `72043ONB`, 99991: for what lives or happens nobody knows where. */
const isNotLocalisable = (code: string) => /^[0-9]{5}ZZZZ$|ONB$|^9999[0-9]$/.test(code)

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
