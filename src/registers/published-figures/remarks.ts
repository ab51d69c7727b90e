import type { FileRemark } from '../../platform/published-files/published-file.ts'
import type { NamesRead } from './area-by-name.ts'
import type { RecognisedTable } from './mapping/layouts.ts'
import type { RowCounts } from './rows/table-reader.ts'

/** What a reader should know, as data: the command line and the page have words for it. */
export type Remark =
  | { readonly kind: FileRemark }
  | NamingRemark
  | CountingRemark
  | { readonly kind: 'names-not-known'; readonly count: number; readonly names: readonly string[] }
  | { readonly kind: 'period-from-file-name'; readonly period: string }
  | { readonly kind: 'period-not-stated' | 'municipality-not-stated' }

type NamingRemark = {
  readonly kind:
    | 'mapping-remembered'
    | 'other-sheets'
    | 'sheets-without-figures'
    | 'columns-left-out'
    | 'columns-without-figures'
    | 'doubled-areas'
    | 'areas-by-name'
  readonly names: readonly string[]
}
type CountingRemark = {
  readonly kind: 'rows-left-out' | 'rows-without-figures' | 'sums-of-others-passed-over' | 'notes-passed-over'
  readonly count: number
}

/** One table that was read: how it was written down, and what happened to its rows. */
export type TableRead = RowCounts & { readonly sheet: string | null; readonly form: Readonly<Record<string, string>> }

/** What reading a file brought to light. */
type Found = {
  /** The layout, when it is one by which an earlier file was read. */
  readonly remembered: string | undefined
  readonly tables: readonly RecognisedTable[]
  /** Sheets that were not read, because they are laid out in another way. */
  readonly otherSheets: readonly string[]
  readonly counts: readonly TableRead[]
  readonly names: NamesRead
  readonly columnsWithoutFigures: readonly string[]
  /** The period, when nothing but the name of the file says it. */
  readonly periodFromName: string | undefined
  readonly lacksPeriod: boolean
  readonly lacksMunicipality: boolean
}

/** Everything that somebody has to know before believing the figures, in the order of the file: sheets, rows, columns, period. */
export const remarksOn = (found: Found): readonly Remark[] => [
  ...named('mapping-remembered', found.remembered === undefined ? [] : [found.remembered]),
  ...remarksOnSheets(found),
  ...remarksOnRows(found),
  ...named('columns-without-figures', found.columnsWithoutFigures),
  ...(found.periodFromName === undefined
    ? []
    : [{ kind: 'period-from-file-name', period: found.periodFromName } as const]),
  ...(found.lacksPeriod ? [{ kind: 'period-not-stated' } as const] : []),
  ...(found.lacksMunicipality ? [{ kind: 'municipality-not-stated' } as const] : []),
]

function remarksOnSheets({ tables, otherSheets, counts }: Found): readonly Remark[] {
  const ofFile = new Set(tables.flatMap(({ table }) => table.remarks))
  const empty = counts.flatMap((one) => (one.read > 0 && !hasFigures(one) && one.sheet ? [one.sheet] : []))
  return [
    ...[...ofFile].map((kind) => ({ kind })),
    ...named('other-sheets', otherSheets),
    ...named('sheets-without-figures', empty),
  ]
}

function remarksOnRows({ tables, counts, names }: Found): readonly Remark[] {
  const leftOut = tables.flatMap(({ plan }) => plan.leftOut.map((name) => name.replaceAll(/\s+/g, ' ')))
  const doubled = counts.flatMap((one) => one.doubled)
  const byName = [...names.known].map(([name, { code }]) => `${name} = ${code}`)
  return [
    ...counted('rows-without-figures', sumOf(counts.filter(hasFigures), 'withoutFigures')),
    ...named('columns-left-out', [...new Set(leftOut)]),
    ...named('doubled-areas', doubled),
    ...named('areas-by-name', byName),
    ...namesNotKnown([...names.unknown]),
    ...counted('rows-left-out', sumOf(counts, 'leftOut')),
    ...counted('sums-of-others-passed-over', sumOf(counts, 'sumsOfOthers')),
    ...counted('notes-passed-over', sumOf(counts, 'notes')),
  ]
}

const named = (kind: NamingRemark['kind'], names: readonly string[]): readonly Remark[] =>
  names.length > 0 ? [{ kind, names }] : []

/** All of them would be the municipalities of a country. */
const namesNotKnown = (names: readonly string[]): readonly Remark[] =>
  names.length > 0 ? [{ kind: 'names-not-known', count: names.length, names: names.slice(0, 20) }] : []

const counted = (kind: CountingRemark['kind'], count: number): readonly Remark[] => (count > 0 ? [{ kind, count }] : [])

const hasFigures = ({ read, withoutFigures }: RowCounts) => read > withoutFigures

const sumOf = (tables: readonly TableRead[], key: 'leftOut' | 'sumsOfOthers' | 'notes' | 'withoutFigures') =>
  tables.reduce((sum, table) => sum + table[key], 0)
