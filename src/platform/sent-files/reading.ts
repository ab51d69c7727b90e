import { systemActor } from '../access/actor.ts'
import type { Tx } from '../database/transact.ts'
import type { Task } from '../jobs/index.ts'
import { FileRefused, refusalOf } from '../published-files/refusal.ts'
import { withKeptBytes } from './kept-bytes.ts'
import { type SentFile, silentAfterMs } from './sent-file.ts'
import type { FileReader, ReadResult, SentFileNeeds } from './sent-file-kind.ts'
import { beginReading, endReading, forgetSentFile, noteProgress, sentFile } from './sent-file-store.ts'

/**
 * The task that reads sent files of a kind. It may run twice or be cut off anywhere: a file is either read and gone, or lies there
 * in a state from which somebody can go on. An error that is not about the file stops the reading and is the worker's to report.
 */
export function readingTask<Asked extends object>(needs: SentFileNeeds, reader: FileReader<Asked>): Task {
  const { transact, clock, sentFiles } = needs
  return async ({ municipalityId, id = '' }) => {
    const actor = systemActor(municipalityId, reader.task)
    const begun = await transact(actor, async (tx) => {
      const version = await beginReading(tx, id, new Date(clock().getTime() - silentAfterMs))
      return version === undefined ? undefined : sentFile<Asked>(tx, reader.kind, id)
    })
    if (!begun) return
    const { version, sentBy, asked } = begun
    const save = (step: string, count: number) => transact(actor, (tx) => noteProgress(tx, id, version, step, count))
    const signs = signsOfLife(save)
    try {
      const result = await withKeptBytes({ transact, folder: sentFiles.folder }, actor, begun, (path) =>
        reader.read(needs, { actor, id, path, sentBy, asked, progress: signs.progress }),
      )
      await signs.stop()
      await transact(actor, (tx) => conclude(tx, begun, result))
    } catch (error) {
      await signs.stop()
      if (error instanceof NotWanted) return
      if (!(error instanceof FileRefused)) {
        await transact(actor, (tx) => endReading(tx, id, version, 'stopped'))
        throw error
      }
      const answer = { kind: 'refused', refusal: refusalOf(error) } as const
      await transact(actor, (tx) => endReading(tx, id, version, 'refused', { answer }))
    }
  }
}

async function conclude<Asked extends object>(
  tx: Tx,
  { id, version }: SentFile<Asked>,
  result: ReadResult<Asked> | 'gone',
): Promise<void> {
  if (result === 'gone') await endReading(tx, id, version, 'refused', { answer: { kind: 'gone' } })
  else if (result.kind === 'asks') await endReading(tx, id, version, 'refused', { answer: result })
  else if (result.kind === 'unknown') await endReading(tx, id, version, 'unknown', { asked: result.asked })
  else if (await forgetSentFile(tx, id, version)) await result.keep(tx)
}

/** Who sent the file took it back, or had it read anew. */
class NotWanted extends Error {
  override readonly name = 'NotWanted'
}

const signEveryMs = 2000

/** Saves every two seconds how far a reader is, one saving at a time; also while it is busy with something that has no count. */
function signsOfLife(save: (step: string, count: number) => Promise<boolean>) {
  let [step, count, isWanted] = ['opening', 0, true]
  let saving: Promise<void> | undefined
  const sign = async () => {
    try {
      isWanted = await save(step, count)
    } catch {
      // The next sign comes in two seconds; a database that stays away ends the reading by itself.
    }
    saving = undefined
  }
  const timer = setInterval(() => {
    saving ??= sign()
  }, signEveryMs)
  return {
    progress: (nextStep: string, nextCount: number) => {
      if (!isWanted) throw new NotWanted()
      ;[step, count] = [nextStep, nextCount]
    },
    stop: async () => {
      clearInterval(timer)
      await saving
    },
  }
}
