import type { StaffActor } from '../../../../platform/access/actor.ts'
import type { Transact } from '../../../../platform/database/transact.ts'
import { FileRefused, type Refusal, refuse } from '../../../../platform/published-files/refusal.ts'
import {
  forgetSentFile,
  readAnew,
  type SentFileSettings,
  withKeptBytes,
} from '../../../../platform/sent-files/index.ts'
import { readFiguresTask, type SentFiguresFile } from '../asked-of-figures.ts'
import type { NotImported } from '../import-figures.ts'
import { readFiguresFile } from '../read-figures-file.ts'
import { keepSentFigures } from '../sent-figures-store.ts'

type Needs = { readonly transact: Transact; readonly clock: () => Date; readonly sentFiles: SentFileSettings }

/** What came of reading a file whose columns were explained: it waits for a yes or for its turn, or what stands in the way. */
export type ExplainedRead =
  | { readonly kind: 'waits' }
  | { readonly kind: 'not-known'; readonly reason: NotImported }
  | { readonly kind: 'refused'; readonly refused: Refusal }

/** Reads a file with what was said of its columns: at once, or a large one in the background. */
export async function readExplained(needs: Needs, actor: StaffActor, file: SentFiguresFile): Promise<ExplainedRead> {
  const { transact, sentFiles } = needs
  const { id, version, asked, sizeBytes } = file
  if (sizeBytes > sentFiles.atOnceBytes) {
    await transact(actor, (tx) => readAnew(tx, { id, task: readFiguresTask, version, asked }))
    return { kind: 'waits' }
  }
  try {
    const found = await withKeptBytes({ transact, folder: sentFiles.folder }, actor, file, (path) =>
      readFiguresFile(needs, actor, path, asked),
    )
    if (found === 'gone') return refuse('file-missing', { file: file.fileName }, 'is no longer here. Send it again.')
    if (found.kind === 'not-known') return found
    if (found.kind === 'ready')
      await transact(actor, async (tx) => {
        if (await forgetSentFile(tx, id, version)) await keepSentFigures(tx, actor.userId, id, found.content)
      })
    return { kind: 'waits' }
  } catch (error) {
    if (error instanceof FileRefused) return { kind: 'refused', refused: error }
    throw error
  }
}
