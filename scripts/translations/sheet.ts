import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { argumentsOf, pluralFormsOf } from './mistakes.ts'
import { type Sentence, sentencesFor, textsOf } from './sentences.ts'

/** A line of a translator's sheet as it came back; `line` is its line in the file. */
export type SheetLine = {
  readonly line: number
  readonly key: string
  readonly dutch: string
  readonly translation: string
}

const columns = ['key', 'where', 'dutch', 'english', 'translation', 'keep'] as const
const needed = ['key', 'dutch', 'translation'] as const

/** The sheet of a language for a translator: what is still missing, or everything. Opens in any spreadsheet. */
export function sheetFor(root: string, language: string, { isMissingOnly }: { isMissingOnly: boolean }): string {
  const lines = sentencesFor(root, language).flatMap((sentence) => {
    const translation = textsOf(root, sentence.folder, language)[sentence.key] ?? ''
    if (isMissingOnly && translation !== '') return []
    return [
      [sentence.key, whereOf(sentence), sentence.dutch, sentence.english, translation, keepOf(sentence, language)],
    ]
  })
  // A semicolon and a byte order mark: so a Belgian spreadsheet opens it without asking.
  return stringify([columns, ...lines], { delimiter: ';', bom: true })
}

/** Reads a sheet that came back, with semicolons, commas or tabs. Refuses one that misses a column, naming it. */
export function readSheet(text: string): readonly SheetLine[] {
  const rows: readonly { record: Readonly<Record<string, string>>; info: { lines: number } }[] = parse(text, {
    bom: true,
    columns: true,
    delimiter: [';', ',', '\t'].find((mark) => text.split(/\r?\n/, 1)[0]?.includes(mark)) ?? ';',
    info: true,
    relax_column_count: false,
  })
  const missing = needed.filter((column) => rows[0] && !(column in rows[0].record))
  if (missing.length > 0) throw new Error(`Line 1: the column ${missing.join(', ')} is missing.`)
  return rows.map(({ record: { key = '', dutch = '', translation = '' }, info }) => ({
    line: info.lines,
    key,
    dutch,
    translation: translation.trim(),
  }))
}

const whereOf = ({ folder }: Sentence) => folder.replace(/^src\//, '').replace(/\/messages$/, '')

/** What must come back as it is: names in braces, and the plural forms that the language has. */
function keepOf({ dutch }: Sentence, language: string): string {
  const names = argumentsOf(dutch).map((name) => `{${name}}`)
  return [...names, ...(dutch.includes(', plural') ? [`plural: ${pluralFormsOf(language).join(' ')}`] : [])].join(' ')
}
