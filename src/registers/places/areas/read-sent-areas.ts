import { systemActor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import type { Task } from '../../../platform/jobs/index.ts'
import {
  type FileToRead,
  type ReadResult,
  readingTask,
  type SentFileSettings,
} from '../../../platform/sent-files/index.ts'
import { areasKind, readAreasTask } from './asked-of-areas.ts'
import type { AreaFileStated } from './forms.ts'
import { readAreasFile } from './read-areas-file.ts'
import { keepSent } from './sent-areas-store.ts'

type Needs = { readonly transact: Transact; readonly clock: () => Date; readonly sentFiles: SentFileSettings }

/** Reads a large file of areas in the background, as a small one is read at once: what it holds then waits for a yes. */
export function readSentAreas(needs: Needs): Task {
  return readingTask<AreaFileStated>(needs, areasKind, (sent) => read(needs, sent))
}

async function read(
  needs: Needs,
  { municipalityId, path, file: { id, sentBy, asked }, progress }: FileToRead<AreaFileStated>,
): Promise<ReadResult<AreaFileStated>> {
  const found = await readAreasFile(
    needs,
    systemActor(municipalityId, readAreasTask),
    { path, stated: asked },
    progress,
  )
  if (found.kind === 'not-known') return { kind: 'asks', reason: found.reason }
  const source = { ...found.content.source, importedBy: sentBy }
  return { kind: 'taken', keep: (tx) => keepSent(tx, sentBy, id, { ...found.content, source }) }
}
