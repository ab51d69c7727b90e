import { found, type Spot } from '../../../platform/published-files/refusal.ts'
import { isPeriod } from '../period.ts'
import { refuse } from '../refusal.ts'
import type { FoundColumn, Header } from './columns.ts'
import { betweenParts } from './header-lines.ts'
import type { ColumnName } from './mapping.ts'

/** In the name of a measure: every column of that name is taken, each with the period that stands there. */
const placeholder = '{period}'

/** Whether a name stands for a column a period. */
export const isOfPeriods = (name: ColumnName): name is string => typeof name === 'string' && name.includes(placeholder)

/** Whether there is any column of that name. */
export const hasPeriods = ({ cells }: Header, name: string): boolean =>
  cells.some((cell) => isHeaderPeriod(periodIn(cell, name) ?? ''))

/** What such columns hold, in words: `Inwoners / {period}` are `Inwoners`. */
export const nameWithoutPeriod = (name: string): string =>
  name
    .replace(placeholder, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s/–-]+|[\s/–-]+$/g, '')

/**
 * The columns that the name stands for. Refuses two of the same period, and one of which the period is written wrong (`2O24`, `202`):
 * its figures would be left out without a word. A sum or a difference beside them is another column.
 */
export function columnsOfPeriods(header: Header, name: string, spot: Spot): readonly FoundColumn[] {
  const columns = header.cells.flatMap((cell, at): readonly FoundColumn[] => {
    const text = periodIn(cell, name)
    if (text === undefined) return []
    if (isHeaderPeriod(text)) return [{ at, header: cell, year: text }]
    return isMeantAsYear(text) ? refuseYear(header, at, text, spot) : []
  })
  refuseTwice(columns, header, spot)
  return columns
}

/** The columns that are called after a period and nothing else; refuses as `columnsOfPeriods` does. */
export function columnsOfYears(header: Header, taken: ReadonlySet<number>, spot: Spot): readonly FoundColumn[] {
  const others = header.cells.flatMap((cell, at) => (taken.has(at) ? [] : [{ at, header: cell, year: cell }]))
  const columns = others.filter(({ header: cell }) => isPeriod(cell))
  const wrong = others.find(({ header: cell }) => !isPeriod(cell) && isYearOrNearly.test(cell))
  // A line without a single year is no header.
  if (columns.length > 0 && wrong) refuseYear(header, wrong.at, wrong.header, spot)
  refuseTwice(columns, header, spot)
  return columns
}

function refuseYear(header: Header, at: number, text: string, spot: Spot): never {
  const sentence = `expected a year in cell ${addressOf(header, at, text)}, found ${found(text)}.`
  return refuse('period', { ...spot, line: header.line, column: header.cells[at] }, sentence)
}

function refuseTwice(columns: readonly FoundColumn[], { line }: Header, spot: Spot): void {
  const periods = new Set<string>()
  for (const { header: column, year = '' } of columns) {
    if (periods.has(year)) refuse('header', { ...spot, line, column }, 'stands above two columns; expected one.')
    periods.add(year)
  }
}

/** What stands in a header at the place of the period of that name; nothing when it is another column. */
export function periodIn(header: string, name: string): string | undefined {
  const [before = '', after = ''] = plain(name).split(placeholder)
  const text = plain(header)
  if (text.length <= before.length + after.length || !text.startsWith(before) || !text.endsWith(after)) return undefined
  return header
    .trim()
    .replaceAll(/\s+/g, ' ')
    .slice(before.length, text.length - after.length)
}

/** The name that a column shares with those of other periods: `Inwoners / {period}` of `Inwoners / 2023`; nothing when it says no period. */
export function nameOfPeriods(header: string): string | undefined {
  const parts = header.split(betweenParts)
  const at = parts.findIndex(isHeaderPeriod)
  if (at !== -1) return parts.length > 1 ? parts.with(at, placeholder).join(betweenParts) : undefined
  const years = header.match(/(?<![0-9])(19|20)[0-9]{2}(?![0-9])/g) ?? []
  return years.length === 1 && header !== years[0] ? header.replace(years[0], placeholder) : undefined
}

const plain = (text: string) => text.trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** Two years side by side are a school year when one follows the other; else what changed from one to the other. */
function isHeaderPeriod(text: string): boolean {
  const [, from, to] = /^([0-9]{4})[-/]([0-9]{4})$/.exec(text) ?? []
  return isPeriod(text) && (from === undefined || Number(to) === Number(from) + 1)
}

/** Four digits or nearly, letters that look like them among them, perhaps with a sign or a word behind. */
const isMeantAsYear = (text: string) => /^['’]?(?=.*[0-9])[0-9OoIl]{2,6}(?![0-9–-])\D*$/.test(text)

/** Among columns of any name: `2O24`, `20233`, `2023*` and `2023 (voorlopig)`, and not `65+` or `2000 euro en meer`. */
const isYearOrNearly = /^(19|2[0Oo])[0-9OoIl]{2,3}[a-z]?[\s*°'’]*(\([^)]*\))?$/i

/** Where that part of a header stands, as spreadsheets say it: the name of a group stands above its first column. */
function addressOf({ line, rows = [] }: Header, at: number, text: string): string {
  const row = rows.findLast(({ cells }) => cells[at] === text) ?? rows.find(({ cells }) => cells.includes(text))
  const column = row ? row.cells.lastIndexOf(text, at) : at
  return `${columnLetters(column)}${row?.line ?? line}`
}

/** 0 is A, 25 is Z, 26 is AA. */
function columnLetters(at: number): string {
  const before = at < 26 ? '' : columnLetters(Math.floor(at / 26) - 1)
  return before + String.fromCharCode(65 + (at % 26))
}
