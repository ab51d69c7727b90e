import type { AreaToKeep, NotKept } from '../kept-area.ts'
import { keyOf, namesIn, type Whose } from '../whose-area.ts'
import { type AreaMembership, type Pair, pairsOf, relationOf, withShares } from './membership.ts'
import type { CodeColumn } from './table-columns.ts'

/** Whose rows of a table are wanted, and what whoever imports says about it. */
export type TableWanted = Whose & {
  /** One's own municipality under each of its codes, and those beside it. */
  readonly nisCodes: ReadonlySet<string>
  /** Edition of columns that do not tell it. */
  readonly edition: string | undefined
}

/** A column of codes of which the edition is known. */
export type Column = CodeColumn & { readonly edition: string }
export type Row = { readonly line: number; readonly cells: readonly string[] }

/** Gathers what the rows of a table say of the areas that are wanted. */
export class RowReading {
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

  /** `rows` are all of the table: those of others too say what an area is divided over. */
  result(rows: readonly Row[]) {
    const [finest] = this.#columns
    const divided = this.#dividedIn(rows)
    const read = this.#memberships.length + this.#sectors.size
    return {
      notLocalisable: this.#notLocalisable,
      memberships: withShares(this.#memberships, (key) => divided.has(key)),
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
      this.#memberships.push({ ...relation({ kind, from, to }, fromCode), toCode, nisCode })
    }
    for (const column of this.#columns)
      if (column.level === 'sector' && column.nameIndex !== undefined && codeIn(column) !== '')
        this.#keepSector(column, codeIn(column), cells, nisCode)
  }

  /** Of the areas that are kept, those that stand with more than one other in the whole table. */
  #dividedIn(rows: readonly Row[]): ReadonlySet<string> {
    const kept = new Map(this.#memberships.map((one) => [relationOf(one), one.toCode]))
    const divided = new Set<string>()
    for (const { cells } of rows)
      for (const pair of this.#pairs) {
        const toCode = cells[pair.to.index] ?? ''
        const key = relationOf(relation(pair, cells[pair.from.index] ?? ''))
        if (toCode !== '' && kept.has(key) && kept.get(key) !== toCode) divided.add(key)
      }
    return divided
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

const relation = ({ kind, from, to }: Pair<Column>, fromCode: string) => ({
  kind,
  fromLevel: from.level,
  fromEdition: from.edition,
  fromCode,
  toLevel: to.level,
  toEdition: to.edition,
})

/** `72043ZZZZ`, `72043WONB`, `72043ONB`, 99991: for what lives or happens nobody knows where. */
const isNotLocalisable = (code: string) => /^[0-9]{5}ZZZZ$|ONB$|^9999[0-9]$/.test(code)
