import type { Tx } from '../database/transact.ts'
import { type SentFileState, standingOf } from './sent-file.ts'
import type { SentFileKind } from './sent-file-kind.ts'
import { sentFilesOf } from './sent-file-store.ts'

/** A file somebody sent and has to go on with: still being read, or read and waiting for a yes (`ready`). */
export type WaitingFile = {
  readonly href: string
  readonly fileName: string
  readonly sentAt: Date
  readonly standing: SentFileState | 'ready'
}

type ToConfirm = Pick<WaitingFile, 'fileName' | 'sentAt'> & { readonly id: string }

/** One's files of a kind that wait: those that were read, `toConfirm`, and those that are not read to their end. */
export async function waitingFiles<Asked extends object>(
  tx: Tx,
  { home, reader }: SentFileKind<Asked>,
  toConfirm: readonly ToConfirm[],
  now: Date,
): Promise<readonly WaitingFile[]> {
  const sent = await sentFilesOf<Asked>(tx, reader.kind)
  const shown = ({ id, fileName, sentAt }: ToConfirm, standing: WaitingFile['standing']): WaitingFile => ({
    href: `${home}/imports/${id}`,
    fileName,
    sentAt,
    standing,
  })
  return [...toConfirm.map((file) => shown(file, 'ready')), ...sent.map((file) => shown(file, standingOf(file, now)))]
}
