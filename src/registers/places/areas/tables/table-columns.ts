/**
 * Under which headings publishers write codes of areas in tables: `statsec2024 | ggw72024`, `cd_sector | cd_munty_refnis | MDRC`,
 * `NIS9 | NIS5`. Everything here is about headings; what lies in what stands in the rows.
 */
import type { AreaPublisher } from '../../../published-areas/index.ts'
import { fixedEdition, type KeptLevel } from '../kept-area.ts'
import { presentEdition } from '../whose-area.ts'

/** A column of codes. */
export type CodeColumn = {
  readonly heading: string
  readonly index: number
  readonly level: KeptLevel
  /** Undefined when the heading does not tell: then the municipalities in the table may, or whoever imports. */
  readonly edition: string | undefined
  /** Column of names beside it. */
  readonly nameIndex: number | undefined
}

export type TableColumns = { readonly codes: readonly CodeColumn[]; readonly publisher: AreaPublisher | undefined }

type Known = {
  /** The year, when the heading has one, is its first group. */
  readonly code: RegExp
  readonly level: KeptLevel
  /** Headings of the name; `{year}` is that of the code. */
  readonly names?: readonly string[]
  /** Edition without a year in the heading. */
  readonly edition?: string
  readonly publisher?: AreaPublisher
}

const year = '((?:19|20)[0-9]{2})'

const known: readonly Known[] = [
  {
    code: new RegExp(`^statsec${year}?$`, 'i'),
    level: 'sector',
    names: ['statsec{year}_naam'],
    edition: presentEdition,
    publisher: 'provinces',
  },
  {
    code: new RegExp(`^ggw7${year}?$`, 'i'),
    level: 'neighbourhood',
    names: ['ggw7{year}_naam'],
    edition: presentEdition,
    publisher: 'provinces',
  },
  {
    code: new RegExp(`^gemeente(?:nbe)?${year}?$`, 'i'),
    level: 'municipality',
    names: ['gemeente{year}_naam', 'gemeente_naam'],
    edition: presentEdition,
    publisher: 'provinces',
  },
  { code: new RegExp(`^CS(?:01)?01${year}$`, 'i'), level: 'sector', names: ['T_SEC_NL'], publisher: 'statbel' },
  { code: new RegExp(`^CNIS5_${year}$`, 'i'), level: 'municipality', names: ['T_MUN_NL'], publisher: 'statbel' },
  { code: /^cd_sector$/i, level: 'sector', names: ['tx_sector_descr_nl'], publisher: 'statbel' },
  // Tables that others made from one edition to the next.
  { code: new RegExp(`^cd_sector_?${year}$`, 'i'), level: 'sector' },
  { code: /^cd_munty_refnis$/i, level: 'municipality', names: ['tx_munty_descr_nl'], publisher: 'statbel' },
  { code: /^MDRC$/i, level: 'district', names: ['NAME_DUT'], edition: fixedEdition },
  { code: /^NIS9$/i, level: 'sector', names: ['StatisticalSector'] },
  { code: /^NIS5$/i, level: 'municipality', names: ['Municipality'] },
  {
    code: /^(?:statistische_?sector|sector(?:_?code)?|secteur_?statistique(?:_?code)?|code_?(?:sector|secteur))$/i,
    level: 'sector',
    names: ['sector_naam', 'sectornaam'],
  },
  { code: /^(?:wijk|buurt)(?:_?code)?$/i, level: 'neighbourhood', names: ['wijk_naam', 'wijknaam', 'buurtnaam'] },
  { code: /^(?:nis(?:_?code)?|niscode_gemeente|refnis(?:_?code)?)$/i, level: 'municipality' },
]

/**
 * The columns of codes in a header; the first heading of a level and edition counts. `table` is the name of the table, which tells
 * what `geoitem code | short name` is about.
 */
export function columnsIn(header: readonly string[], table: string): TableColumns {
  const named = namesOf(header, table)
  if (named) return { codes: [named], publisher: 'provinces' }
  const codes: (CodeColumn & Pick<TableColumns, 'publisher'>)[] = []
  let publisher: AreaPublisher | undefined
  for (const [index, heading] of header.entries()) {
    const column = columnOf(heading.trim(), index, header)
    if (!column || codes.some(({ level, edition }) => level === column.level && edition === column.edition)) continue
    codes.push(column)
    publisher ??= column.publisher
  }
  return { codes: codes.map(({ publisher: _publisher, ...code }) => code), publisher }
}

/** The provinces list the names of a level in a table called after it. */
function namesOf(header: readonly string[], table: string): CodeColumn | undefined {
  const place = (heading: RegExp) => header.findIndex((other) => heading.test(other))
  const [index, nameIndex] = [place(/^geoitem[ _]code$/i), place(/^short name$/i)]
  if (index === -1) return undefined
  const column = columnOf(table, index, header)
  return column && { ...column, heading: header[index] ?? '', nameIndex: nameIndex === -1 ? undefined : nameIndex }
}

function columnOf(heading: string, index: number, header: readonly string[]) {
  for (const { code, level, names = [], edition, publisher } of known) {
    const match = code.exec(heading)
    if (!match) continue
    const [, inHeading] = match
    const wanted = names.map((name) => name.replace('{year}', inHeading ?? '').toLowerCase())
    const nameIndex = header.findIndex((other) => wanted.includes(other.trim().toLowerCase()))
    return {
      heading,
      index,
      level,
      edition: editionNamed(level, inHeading, publisher) ?? edition,
      nameIndex: nameIndex === -1 ? undefined : nameIndex,
      publisher,
    }
  }
  return undefined
}

/** The provinces name an edition by its year; all others name the year of the borders, which belong to an edition. */
function editionNamed(level: KeptLevel, year: string | undefined, publisher: AreaPublisher | undefined) {
  if (year === undefined) return undefined
  if (publisher === 'provinces') return year
  if (Number(year) >= 2025) return '2025'
  return level === 'municipality' && Number(year) < 2019 ? '2018' : '2024'
}
