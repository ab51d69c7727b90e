import type { StaffActor } from '../../../../platform/access/actor.ts'
import { FileRefused, type Refusal, refusalOf, refuse } from '../../../../platform/published-files/refusal.ts'
import { forgetSentFile, readAnew, type SentFileNeeds, withKeptBytes } from '../../../../platform/sent-files/index.ts'
import type { SentFiguresFile } from '../asked-of-figures.ts'
import { figuresReader } from '../figures-reader.ts'

/** What came of reading a file whose columns were explained: it waits for a yes or for its turn, or what stands in the way. */
export type ExplainedRead =
  | { readonly kind: 'waits' }
  | { readonly kind: 'asks'; readonly reason: string }
  | { readonly kind: 'refused'; readonly refused: Refusal }

/** Reads a file with what was said of its columns: at once, or a large one in the background. */
export async function readExplained(
  needs: SentFileNeeds,
  actor: StaffActor,
  file: SentFiguresFile,
): Promise<ExplainedRead> {
  const { transact, sentFiles } = needs
  const { id, version, asked, sizeBytes } = file
  if (sizeBytes > sentFiles.atOnceBytes) {
    await transact(actor, (tx) => readAnew(tx, { id, task: figuresReader.task, version, asked }))
    return { kind: 'waits' }
  }
  const [sentBy, progress] = [actor.userId, () => undefined]
  try {
    const result = await withKeptBytes({ transact, folder: sentFiles.folder }, actor, file, (path) =>
      figuresReader.read(needs, { actor, id, path, sentBy, asked, progress }),
    )
    if (result === 'gone') return refuse('file-missing', { file: file.fileName }, 'is no longer here. Send it again.')
    if (result.kind === 'asks') return result
    if (result.kind === 'taken')
      await transact(actor, async (tx) => {
        if (await forgetSentFile(tx, id, version)) await result.keep(tx)
      })
    return { kind: 'waits' }
  } catch (error) {
    if (error instanceof FileRefused) return { kind: 'refused', refused: refusalOf(error) }
    throw error
  }
}
