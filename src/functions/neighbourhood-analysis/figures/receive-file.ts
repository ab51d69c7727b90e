import { uuidv7 } from 'uuidv7'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import { FileRefused, type Refusal } from '../../../platform/published-files/refusal.ts'
import {
  keepForExplaining,
  keepForReading,
  type NotKeptForReading,
  type ReceivedFile,
  type SentFileSettings,
} from '../../../platform/sent-files/index.ts'
import { figuresKind, readFiguresTask } from './asked-of-figures.ts'
import type { NotImported } from './import-figures.ts'
import { type HowToRead, readFiguresFile } from './read-figures-file.ts'
import { keepSentFigures } from './sent-figures-store.ts'

type Needs = { readonly transact: Transact; readonly clock: () => Date; readonly sentFiles: SentFileSettings }

/** What became of a file that was sent: it waits under `id` for a yes or for its turn, for words about its columns, or something stands in the way. */
export type Received =
  | { readonly kind: 'kept' | 'unknown'; readonly id: string }
  | { readonly kind: 'not-known'; readonly reason: NotImported }
  | { readonly kind: 'refused'; readonly refused: Refusal }
  | { readonly kind: 'no-room'; readonly reason: NotKeptForReading }

/** Reads a file that was sent, a large one in the background, and keeps what it holds until somebody says yes. */
export async function receiveFile(
  needs: Needs,
  actor: StaffActor,
  received: Extract<ReceivedFile, { kind: 'received' }>,
  asked: HowToRead,
): Promise<Received> {
  const id = uuidv7()
  const kept = (kind: 'kept' | 'unknown', answer: 'kept' | NotKeptForReading): Received =>
    answer === 'kept' ? { kind, id } : { kind: 'no-room', reason: answer }
  if (received.bytes > needs.sentFiles.atOnceBytes)
    return kept(
      'kept',
      await keepForReading(needs, actor, received, { id, kind: figuresKind, task: readFiguresTask, asked }),
    )
  try {
    const found = await readFiguresFile(needs, actor, received.path, asked)
    if (found.kind === 'not-known') return found
    if (found.kind === 'unknown') {
      const { tables } = found
      return kept(
        'unknown',
        await keepForExplaining(needs, actor, received, { id, kind: figuresKind, asked: { ...asked, tables } }),
      )
    }
    await needs.transact(actor, (tx) => keepSentFigures(tx, actor.userId, id, found.content))
    return { kind: 'kept', id }
  } catch (error) {
    if (error instanceof FileRefused) return { kind: 'refused', refused: error }
    throw error
  }
}
