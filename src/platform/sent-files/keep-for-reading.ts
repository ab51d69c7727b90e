import type { StaffActor } from '../access/actor.ts'
import type { Transact, Tx } from '../database/transact.ts'
import { isFullDisk } from './folder.ts'
import { keepBytes } from './kept-bytes.ts'
import type { ReceivedFile } from './receive-form.ts'
import { countSentFiles, forgetSentBefore, waitAgain } from './sent-file-store.ts'

/** How long a file waits for somebody to go on with it. */
export const keptForMs = 24 * 3600 * 1000
/** So many files of one person wait at most: together they must fit on the disk. */
const mostAtOnce = 3

type Received = Extract<ReceivedFile, { kind: 'received' }>
type ToKeep = { readonly id: string; readonly kind: string; readonly task: string; readonly asked: object }

/** Why a file that came in whole is not kept. */
export type NotKeptForReading = 'diskFull' | 'tooMany'

/** Keeps a file and has `task` read it in the background. */
export async function keepForReading(
  { transact }: { readonly transact: Transact },
  actor: StaffActor,
  received: Received,
  file: ToKeep,
): Promise<'kept' | NotKeptForReading> {
  return keptUnlessFull(() =>
    transact(actor, async (tx) => {
      const answer = await keep(tx, actor, received, { ...file, state: 'waiting' })
      if (answer === 'kept') await tx.enqueue(readingJob(file.task, file.id))
      return answer
    }),
  )
}

/** Keeps a file of which somebody has to say first what it holds. */
export async function keepForExplaining(
  { transact }: { readonly transact: Transact },
  actor: StaffActor,
  received: Received,
  file: Omit<ToKeep, 'task'>,
): Promise<'kept' | NotKeptForReading> {
  return keptUnlessFull(() => transact(actor, (tx) => keep(tx, actor, received, { ...file, state: 'unknown' })))
}

/** Has a kept file read anew, with what is said about it now; false when it changed since `version`. */
export async function readAnew(
  tx: Tx,
  { id, task, version, asked }: Omit<ToKeep, 'kind'> & { readonly version: number },
): Promise<boolean> {
  const isWaiting = await waitAgain(tx, id, version, asked)
  if (isWaiting) await tx.enqueue(readingJob(task, id))
  return isWaiting
}

const readingJob = (task: string, id: string) => ({ task, payload: { id }, key: `${task}:${id}` })

async function keep(
  tx: Tx,
  actor: StaffActor,
  { name, bytes, path }: Received,
  file: Omit<ToKeep, 'task'> & { readonly state: 'waiting' | 'unknown' },
): Promise<'kept' | 'tooMany'> {
  await forgetSentBefore(tx, new Date(tx.now.getTime() - keptForMs))
  if ((await countSentFiles(tx)) >= mostAtOnce) return 'tooMany'
  const { id, kind, asked, state } = file
  await keepBytes(tx, actor, { id, kind, asked, state, fileName: name, sizeBytes: bytes }, path)
  return 'kept'
}

async function keptUnlessFull<Answer>(keeping: () => Promise<Answer>): Promise<Answer | 'diskFull'> {
  try {
    return await keeping()
  } catch (error) {
    if (isFullDisk(error)) return 'diskFull'
    throw error
  }
}
