import type { FileReader } from '../../../platform/sent-files/index.ts'
import type { AreaFileStated } from './forms.ts'
import { readAreasFile } from './read-areas-file.ts'
import { keepSent } from './sent-areas-store.ts'

/** Reads files of areas, and tables between them, that were sent: what one holds then waits for a yes. */
export const areasReader: FileReader<AreaFileStated> = {
  kind: 'areas',
  task: 'places.readAreas',
  read: async (needs, { actor, id, path, sentBy, asked, progress }) => {
    const found = await readAreasFile(needs, actor, { path, stated: asked }, progress)
    if (found.kind === 'not-known') return { kind: 'asks', reason: found.reason }
    const source = { ...found.content.source, importedBy: sentBy }
    return { kind: 'taken', keep: (tx) => keepSent(tx, sentBy, id, { ...found.content, source }) }
  },
}
