import { systemActor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import type { Task } from '../../../platform/jobs/index.ts'
import {
  type FileToRead,
  type ReadResult,
  readingTask,
  type SentFileSettings,
} from '../../../platform/sent-files/index.ts'
import { type AskedOfFigures, figuresKind, readFiguresTask } from './asked-of-figures.ts'
import { readFiguresFile } from './read-figures-file.ts'
import { keepSentFigures } from './sent-figures-store.ts'

type Needs = { readonly transact: Transact; readonly clock: () => Date; readonly sentFiles: SentFileSettings }

/** Reads a large file of figures in the background, as a small one is read at once: what it holds then waits for a yes. */
export function readSentFigures(needs: Needs): Task {
  return readingTask<AskedOfFigures>(needs, figuresKind, (sent) => read(needs, sent))
}

async function read(
  needs: Needs,
  { municipalityId, path, file, progress }: FileToRead<AskedOfFigures>,
): Promise<ReadResult<AskedOfFigures>> {
  const actor = systemActor(municipalityId, readFiguresTask)
  const { id, sentBy, asked } = file
  const found = await readFiguresFile(needs, actor, path, asked, (rows) => progress('reading', rows))
  if (found.kind === 'unknown') return { kind: 'unknown', asked: { ...asked, tables: found.tables } }
  if (found.kind === 'not-known') return { kind: 'asks', reason: found.reason }
  const content = { ...found.content, dataset: { ...found.content.dataset, importedBy: sentBy } }
  return { kind: 'taken', keep: (tx) => keepSentFigures(tx, sentBy, id, content) }
}
