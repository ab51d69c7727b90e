import type { Tx } from '../../../platform/database/transact.ts'
import type { FormValues } from '../../../platform/http/index.ts'
import { type SentFile, sentFile, sentFilesOf } from '../../../platform/sent-files/index.ts'
import type { TablePreview } from '../../../registers/published-figures/index.ts'
import type { HowToRead } from './read-figures-file.ts'

/** Files of figures among those that were sent, and the task that reads them. */
export const figuresKind = 'figures'
export const readFiguresTask = 'analysis.readFigures'

/** What is known of a sent file of figures. `tables` when somebody has to say what they hold; `typed` is what was said last. */
export type AskedOfFigures = HowToRead & {
  readonly tables?: readonly TablePreview[] | undefined
  readonly typed?: FormValues | undefined
}
export type SentFiguresFile = SentFile<AskedOfFigures>

/** A file of figures somebody sent that is not read to its end. */
export const sentFiguresFile = (tx: Tx, id: string): Promise<SentFiguresFile | undefined> =>
  sentFile<AskedOfFigures>(tx, figuresKind, id)

/** All of them. */
export const sentFiguresFiles = (tx: Tx): Promise<readonly SentFiguresFile[]> =>
  sentFilesOf<AskedOfFigures>(tx, figuresKind)

/** Whether the next step is to say what its columns hold. */
export const isToBeExplained = ({ state, asked }: SentFiguresFile): boolean =>
  asked.tables !== undefined && (state === 'unknown' || state === 'refused')
