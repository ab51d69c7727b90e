import { uuidv7 } from 'uuidv7'
import type { StaffActor } from '../access/actor.ts'
import { FileRefused, type Refusal, refusalOf } from '../published-files/refusal.ts'
import { keepForExplaining, keepForReading, type NotKeptForReading } from './keep-for-reading.ts'
import type { ReceivedFile } from './receive-form.ts'
import type { FileReader, SentFileNeeds } from './sent-file-kind.ts'

/** What became of a file that was sent: it waits under `id` for a yes or for its turn, for words about its columns, or something stands in the way. */
export type FileReceived =
  | { readonly kind: 'kept' | 'unknown'; readonly id: string }
  | { readonly kind: 'asks'; readonly reason: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'no-room'; readonly reason: NotKeptForReading }

/** Reads a file that was sent, a large one in the background, and keeps what it holds until somebody says yes. */
export async function receiveFile<Asked extends object>(
  needs: SentFileNeeds,
  actor: StaffActor,
  reader: FileReader<Asked>,
  received: Extract<ReceivedFile, { kind: 'received' }>,
  asked: Asked,
): Promise<FileReceived> {
  const id = uuidv7()
  const { kind, task } = reader
  const kept = (as: 'kept' | 'unknown', answer: 'kept' | NotKeptForReading): FileReceived =>
    answer === 'kept' ? { kind: as, id } : { kind: 'no-room', reason: answer }
  if (received.bytes > needs.sentFiles.atOnceBytes)
    return kept('kept', await keepForReading(needs, actor, received, { id, kind, task, asked }))
  try {
    const { path } = received
    const result = await reader.read(needs, { actor, id, path, sentBy: actor.userId, asked, progress: () => undefined })
    if (result.kind === 'asks') return result
    if (result.kind === 'unknown')
      return kept('unknown', await keepForExplaining(needs, actor, received, { id, kind, asked: result.asked }))
    await needs.transact(actor, (tx) => result.keep(tx))
    return { kind: 'kept', id }
  } catch (error) {
    if (error instanceof FileRefused) return { kind: 'refused', refusal: refusalOf(error) }
    throw error
  }
}
