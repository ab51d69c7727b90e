import { refuse, type Spot } from '../../../platform/published-files/refusal.ts'
import type { PublishedRow } from '../../../platform/published-files/row-splitter.ts'
import type { ColumnName } from './mapping.ts'

/** A column that was found: its place, its header as written, and the year (or other period) in its header when the name has one. */
export type FoundColumn = { readonly at: number; readonly header: string; readonly year: string | undefined }

/** The header row of a table, in which columns are found by name; `rows` when it is put together of several, `line` is then the last. */
export type Header = {
  readonly line: number
  readonly cells: readonly string[]
  readonly rows?: readonly PublishedRow[]
}

/**
 * The column of that name, in the first edition of the name that occurs; nothing when there is none. Refuses a header that
 * stands above two columns, for then nobody can say which is meant.
 */
export function findColumn({ line, cells }: Header, name: ColumnName, spot: Spot): FoundColumn | undefined {
  for (const edition of typeof name === 'string' ? [name] : name) {
    const pattern = patternOf(edition)
    const found = cells.flatMap((header, at) => {
      const match = pattern.exec(plain(header))
      return match ? [{ at, header, year: match.groups?.year }] : []
    })
    if (found.length > 1)
      refuse('header', { ...spot, line, column: found[0]?.header }, 'stands above two columns; expected one.')
    if (found[0]) return found[0]
  }
  return undefined
}

/** Whether a header has that name, in one of its editions. */
export const isNamed = (header: string, name: ColumnName): boolean =>
  (typeof name === 'string' ? [name] : name).some((edition) => patternOf(edition).test(plain(header)))

/** Whether a header begins so, whatever its case, line breaks and spaces; `{year}` stands for four digits. */
export const beginsWith = (header: string, start: string): boolean =>
  start.includes('{year}') ? isNamed(header, start) : plain(header).startsWith(plain(start))

const plain = (header: string) => header.trim().replaceAll(/\s+/g, ' ').toLowerCase()

const patterns = new Map<string, RegExp>()

function patternOf(name: string): RegExp {
  const known = patterns.get(name)
  if (known) return known
  const escaped = plain(name).replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(`^${escaped.replace('{year}', '(?<year>(?:19|20)[0-9]{2})')}$`)
  patterns.set(name, pattern)
  return pattern
}
