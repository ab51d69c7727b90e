import { uuidv7 } from 'uuidv7'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import { FileRefused, type Refusal } from '../../../platform/published-files/refusal.ts'
import {
  keepForReading,
  type NotKeptForReading,
  type ReceivedFile,
  type SentFileSettings,
} from '../../../platform/sent-files/index.ts'
import { areasKind, readAreasTask } from './asked-of-areas.ts'
import type { AreaFileStated } from './forms.ts'
import type { NotKept } from './kept-area.ts'
import { readAreasFile } from './read-areas-file.ts'
import { keepSent } from './sent-areas-store.ts'

type Needs = { readonly transact: Transact; readonly clock: () => Date; readonly sentFiles: SentFileSettings }

/** What became of a file that was sent: it waits for a yes or for its turn under `id`, or it is said what stands in the way. */
export type Received =
  | { readonly kind: 'kept'; readonly id: string }
  | { readonly kind: 'not-known'; readonly reason: NotKept }
  | { readonly kind: 'refused'; readonly refused: Refusal }
  | { readonly kind: 'no-room'; readonly reason: NotKeptForReading }

/** Reads a file of areas, or a table between them, a large one in the background; keeps what it holds until somebody says yes. */
export async function receiveFile(
  needs: Needs,
  actor: StaffActor,
  received: Extract<ReceivedFile, { kind: 'received' }>,
  stated: AreaFileStated,
): Promise<Received> {
  const id = uuidv7()
  if (received.bytes > needs.sentFiles.atOnceBytes) {
    const file = { id, kind: areasKind, task: readAreasTask, asked: stated }
    const answer = await keepForReading(needs, actor, received, file)
    return answer === 'kept' ? { kind: 'kept', id } : { kind: 'no-room', reason: answer }
  }
  try {
    const read = await readAreasFile(needs, actor, { path: received.path, stated })
    if (read.kind === 'not-known') return read
    await needs.transact(actor, (tx) => keepSent(tx, actor.userId, id, read.content))
    return { kind: 'kept', id }
  } catch (error) {
    if (error instanceof FileRefused) return { kind: 'refused', refused: error }
    throw error
  }
}
