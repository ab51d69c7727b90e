import type { PublishedTable } from '../../../platform/published-files/published-file.ts'
import type { PublishedRow } from '../../../platform/published-files/row-splitter.ts'
import { refuse } from '../refusal.ts'

/**
 * Tells the notes below a table of text from its rows: `Bron: Statbel`, alone in its line, after an empty line or beginning as notes do.
 * What a file that was cut off ends with is no note. Refuses a row of the table that comes after a note, for it is of another table.
 */
export function notesBelow({ kind, file, sheet }: PublishedTable, headerLine: number): (row: PublishedRow) => boolean {
  if (kind !== 'text') return () => false
  let [lineBefore, noteLine] = [headerLine, 0]
  return ({ line, cells }) => {
    const isApart = line > lineBefore + 1
    lineBefore = line
    if (cells.some((cell, at) => at > 0 && cell !== '')) {
      if (noteLine === 0) return false
      const sentence = `is a row of figures below the note in line ${noteLine}: a second table. Take it out, or send it as a file of its own.`
      return refuse('row-shape', { file, sheet, line }, sentence)
    }
    const [only = ''] = cells
    const isNote = noteLine > 0 || beginsAsNote.test(only) || (isApart && cells.length === 1 && only.includes(' '))
    if (isNote && noteLine === 0) noteLine = line
    return isNote
  }
}

/** Words of publishers in four languages, and the signs that refer to a figure above. */
const beginsAsNote =
  /^([*©†‡]|\([0-9*a-z]\)|(bron(nen)?|sources?|quellen?|noot|noten|nota|notes?|opmerking(en)?|remarques?|bemerkung(en)?|leg?ende)\b)/i
