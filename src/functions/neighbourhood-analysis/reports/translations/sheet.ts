import type { Texts } from '../../../../platform/messages/index.ts'
import type { PublishedFile, PublishedTable } from '../../../../platform/published-files/published-file.ts'
import { refuse, type Spot } from '../../../../platform/published-files/refusal.ts'
import type { WrittenSheet } from '../../../../platform/spreadsheet/workbook.ts'
import { patternKindsIn } from '../../../../platform/texts-about-people/number-patterns.ts'
import { withoutTurns } from '../../../../ui/index.ts'
import { kindWords } from './kind-words.ts'
import type { Passage } from './passages.ts'
import { lastWritten, standingOfPassage, type Translation, type Typed } from './translation.ts'

/**
 * A report as a sheet to translate in, for somebody who does not work here: a row a piece, with its key, what it is (`where`), the text
 * (`source`), the translation, and how that stands (`standing`). It comes back with `translation` filled in; the other columns say what was
 * translated from what.
 */
export function translationSheet(
  t: Texts,
  passages: readonly Passage[],
  translation: Translation | undefined,
): WrittenSheet {
  const rows = passages.map((passage) => {
    const one = lastWritten(translation, passage.key)
    const standing = t(`analysis.reports.translation.standing.${standingOfPassage(passage, one)}`)
    return [passage.key, kindWords(t, passage.kind), passage.source, one?.text ?? '', standing]
  })
  return { name: 'translation', rows: [['key', 'where', 'source', 'translation', 'standing'], ...rows] }
}

/**
 * What a sheet that came back says, by the key of the piece; an empty cell leaves a piece as it was, and pieces that are gone are passed
 * over. Refuses (`FileRefused`) another kind of file, and a text that is too long or points at a person by a number (P12): nothing is kept then.
 */
export async function readSheet(
  file: PublishedFile,
  passages: readonly Passage[],
): Promise<ReadonlyMap<string, Typed>> {
  const [table] = file.tables
  if (!table) return refuse('file-kind', { file: file.file }, 'has no table in it.')
  const typed = new Map<string, Typed>()
  for await (const { spot, cell } of rowsOf(table)) {
    const passage = passages.find(({ key }) => key === cell('key'))
    const text = cell('translation')
    if (!passage || text === '') continue
    if (text.length > passage.longest) refuse('value', spot, `is longer than ${passage.longest} characters.`)
    if (patternKindsIn(text).length > 0) refuse('value', spot, 'holds a number that points at a person. Leave it out.')
    typed.set(passage.key, { text, from: { source: cell('source') }, stillHolds: true })
  }
  return typed
}

type SheetRow = { readonly spot: Spot; readonly cell: (column: string) => string }

async function* rowsOf(table: PublishedTable): AsyncIterable<SheetRow> {
  const { file, sheet } = table
  let columns: readonly string[] | undefined
  for await (const rows of table.rows())
    for (const { line, cells } of rows) {
      if (columns) {
        const places = columns
        const cell = (column: string) => asWritten(cells[places.indexOf(column)] ?? '')
        yield { spot: { file, sheet, line, column: 'translation' }, cell }
        continue
      }
      columns = cells.map((name) => name.toLowerCase())
      const lacking = ['key', 'source', 'translation'].find((name) => !columns?.includes(name))
      if (lacking) refuse('header', { file, sheet, line, column: lacking }, 'is missing. Send the sheet of this page.')
    }
}

/** Without the apostrophe that keeps a spreadsheet from running a text, and without what a form would take out as well. */
const asWritten = (cell: string): string =>
  withoutTurns(cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, ''))
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
