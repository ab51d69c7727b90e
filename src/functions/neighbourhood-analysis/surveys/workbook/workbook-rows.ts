import type { PublishedFile, PublishedTable } from '../../../../platform/published-files/published-file.ts'
import type { PublishedRow } from '../../../../platform/published-files/row-splitter.ts'
import type { Wording } from '../questionnaire/questionnaire.ts'
import { refuseForm } from './form-refusal.ts'
import { type FormRow, type FormSheets, type Header, headerOf, isUsed, isWorded, languageCalled } from './form-rows.ts'
import { rowTypeOf } from './question-type.ts'

const sheetNames = ['survey', 'choices', 'external_choices', 'settings'] as const
type SheetName = (typeof sheetNames)[number]

/** More rows than any form of people has. */
const mostRows = 20_000

/**
 * The rows of an XLSForm workbook. Names of sheets and columns in any case, spaces or underscores, old spellings too. Refuses a workbook
 * without a sheet `survey` (and says which sheet comes near), and one in which a column stands twice.
 */
export async function workbookRows(file: PublishedFile, fallbackLanguage: string): Promise<FormSheets> {
  const byName = new Map<SheetName, PublishedTable>()
  const unusedSheets: string[] = []
  for (const table of file.tables) {
    const name = (table.sheet ?? '').trim().toLowerCase().replace(/\s+/g, '_')
    const known = sheetNames.find((one) => one === name)
    if (known && !byName.has(known)) byName.set(known, table)
    else unusedSheets.push(table.sheet ?? '')
  }
  if (!byName.has('survey')) refuseWithout(file.file, 'survey', unusedSheets)
  const settings = await settingsIn(file.file, byName.get('settings'))
  const defaultLanguage = languageCalled(settings.get('default_language') || fallbackLanguage)
  const read = (name: SheetName) => rowsOf(file.file, name, byName.get(name), defaultLanguage)
  const [survey, choices, externalChoices] = [
    await read('survey'),
    await read('choices'),
    await read('external_choices'),
  ]
  const needsChoices = survey.some(({ cells }) => choosesFromList(cells.get('type') ?? ''))
  if (needsChoices && !byName.has('choices')) refuseWithout(file.file, 'choices', unusedSheets)
  return {
    file: file.file,
    survey,
    choices,
    externalChoices,
    settings,
    unusedSheets,
  }
}

function choosesFromList(written: string): boolean {
  const type = rowTypeOf(written)
  return type?.kind === 'question' && type.list !== null && !type.isExternal
}

function refuseWithout(file: string, wanted: SheetName, there: readonly string[]): never {
  const near = there.find((name) => distance(name.toLowerCase(), wanted) <= 2)
  const cure = near
    ? `There is one named "${near}": rename it to "${wanted}".`
    : `Its sheets are: ${there.join(', ') || 'none'}.`
  return refuseForm('header', { file }, `has no sheet named "${wanted}". ${cure}`)
}

async function rowsOf(
  file: string,
  sheet: SheetName,
  table: PublishedTable | undefined,
  defaultLanguage: string,
): Promise<readonly FormRow[]> {
  const [head, ...rows] = table ? await allRows(table) : []
  const headers = (head?.cells ?? []).map((raw) => (raw.trim() === '' ? null : headerOf(raw)))
  refuseDoubled(file, table?.sheet ?? sheet, head?.line ?? 1, headers, defaultLanguage)
  return rows.map(({ line, cells }) => rowOf(table?.sheet ?? sheet, line, headers, cells, defaultLanguage))
}

function rowOf(
  sheet: string,
  line: number,
  headers: readonly (Header | null)[],
  values: readonly string[],
  defaultLanguage: string,
): FormRow {
  const cells = new Map<string, string>()
  const words = new Map<string, Record<string, string>>()
  const asWritten = new Map<string, string>()
  for (const [place, header] of headers.entries()) {
    const value = values[place]?.trim() ?? ''
    if (!header || value === '') continue
    asWritten.set(header.raw.trim().toLowerCase(), value)
    if (!isWorded(header.column)) {
      cells.set(header.column, value)
      continue
    }
    const wording = words.get(header.column) ?? {}
    wording[header.language === null ? defaultLanguage : languageCalled(header.language)] = value
    words.set(header.column, wording)
  }
  return { sheet, line, cells, words: words as ReadonlyMap<string, Wording>, raw: asWritten }
}

/** The same column twice would keep one of two texts by chance. */
function refuseDoubled(
  file: string,
  sheet: string,
  line: number,
  headers: readonly (Header | null)[],
  defaultLanguage: string,
): void {
  const seen = new Map<string, number>()
  for (const [place, header] of headers.entries()) {
    if (!header || !isUsed(header)) continue
    const language = header.language === null ? defaultLanguage : languageCalled(header.language)
    const key = isWorded(header.column) ? `${header.column} ${language}` : header.column
    const before = seen.get(key)
    if (before !== undefined)
      refuseForm(
        'doubled',
        { file, sheet, line, column: header.raw },
        `stands twice, as columns ${before + 1} and ${place + 1}. Keep one of them, or name the language: label::English (en).`,
      )
    seen.set(key, place)
  }
}

async function settingsIn(file: string, table: PublishedTable | undefined): Promise<ReadonlyMap<string, string>> {
  if (!table) return new Map()
  const [head, first] = await allRows(table)
  const headers = (head?.cells ?? []).map((raw) => (raw.trim() === '' ? null : headerOf(raw)))
  refuseDoubled(file, table.sheet ?? 'settings', head?.line ?? 1, headers, '')
  return new Map(
    headers.flatMap((header, place): [string, string][] => {
      const value = first?.cells[place]?.trim() ?? ''
      return header && value !== '' ? [[header.column, value]] : []
    }),
  )
}

async function allRows(table: PublishedTable): Promise<readonly PublishedRow[]> {
  const rows: PublishedRow[] = []
  for await (const batch of table.rows()) {
    rows.push(...batch)
    if (rows.length > mostRows)
      refuseForm(
        'row-shape',
        { file: table.file, sheet: table.sheet },
        `has more than ${mostRows} rows: that is no form.`,
      )
  }
  return rows
}

/** How many letters differ. Source: V.I. Levenshtein (1966). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (const [place, letter] of [...one].entries()) {
    const next = [place + 1]
    for (const [at, wanted] of [...other].entries())
      next.push(Math.min((row[at] ?? 0) + (letter === wanted ? 0 : 1), (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    row = next
  }
  return row.at(-1) ?? 0
}
