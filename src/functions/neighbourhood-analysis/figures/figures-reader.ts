import type { FileReader } from '../../../platform/sent-files/index.ts'
import type { AskedOfFigures } from './asked-of-figures.ts'
import { readFiguresFile } from './read-figures-file.ts'
import { keepSentFigures } from './sent-figures-store.ts'

/** Reads files of figures that were sent: what one holds then waits for a yes. */
export const figuresReader: FileReader<AskedOfFigures> = {
  kind: 'figures',
  task: 'analysis.readFigures',
  read: async (needs, { actor, id, path, sentBy, asked, progress }) => {
    const found = await readFiguresFile(needs, actor, path, asked, (rows) => progress('reading', rows))
    if (found.kind === 'unknown') return { kind: 'unknown', asked: { ...asked, tables: found.tables } }
    if (found.kind === 'not-known') return { kind: 'asks', reason: found.reason }
    const content = { ...found.content, dataset: { ...found.content.dataset, importedBy: sentBy } }
    return { kind: 'taken', keep: (tx) => keepSentFigures(tx, sentBy, id, content) }
  },
}
